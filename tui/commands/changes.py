"""What changes the store: deeds on milestones, and the form, the review and the merging that come over the screen for them."""

from __future__ import annotations

from tui.commands.declaration import Command, Need, Where

CHANGES: tuple[Command, ...] = (
    Command(
        "accept", "a", "a", "Accept", "The marked milestones, else this one, are right: somebody has looked.",
        Where.CHANGES, "judge('accepted')", needs=Need.MEANT,
    ),
    Command(
        "reject", "x", "x", "Reject", "The marked milestones, else this one, are none: they leave every list and stay away.",
        Where.CHANGES, "judge('rejected')", needs=Need.MEANT,
    ),
    Command(
        "correct", "c", "c", "Correct", "Put any field of this milestone right, in a form.",
        Where.CHANGES, "correct", "correct", (Where.TIMELINE, Where.DETAIL), needs=Need.MILESTONE,
    ),
    Command("new", "n", "n", "New milestone", "Enter one by hand.", Where.CHANGES, "new", "new"),
    Command(
        "note", "semicolon", ";", "Note", "Write a note on this milestone.",
        Where.CHANGES, "correct('note')", needs=Need.MILESTONE,
    ),
    Command(
        "review", "r", "r", "Review", "Go through all of the selection that nobody has judged, the least certain first.",
        Where.CHANGES, "review", "review", (Where.TIMELINE,), needs=Need.SHOWN,
    ),
    Command(
        "merge", "m", "m", "Merge",
        "Compare the two marked, or this one and the marked, else what may tell the same event, and make them one.",
        Where.CHANGES, "merge", needs=Need.COMPARED,
    ),
    Command(
        "unmerge", "M", "M", "Un-merge", "Let all that is merged into this milestone stand for itself again.",
        Where.CHANGES, "unmerge", needs=Need.MERGED,
    ),
    Command("undo", "u", "u", "Undo", "Take back your last step, then the one before it, without limit.", Where.CHANGES, "undo"),
    Command("redo", "ctrl+r", "ctrl+r", "Redo", "Do again what was taken back last.", Where.CHANGES, "redo"),
    Command(
        "import", "i", "i", "Import newsletters", "Read a file, a folder or a pattern of files into the store.",
        Where.CHANGES, "import", "import",
    ),
)  # fmt: skip

CHANGING: tuple[Command, ...] = (
    # the review
    Command(
        "review-accept", "a", "a", "Accept", "It is right.",
        Where.REVIEW, "judge('accepted')", "accept", (Where.REVIEW,), needs=Need.WAITING,
    ),
    Command(
        "review-reject", "x", "x", "Reject", "It is none.",
        Where.REVIEW, "judge('rejected')", "reject", (Where.REVIEW,), needs=Need.WAITING,
    ),
    Command(
        "review-correct", "c", "c", "Correct", "Put it right in a form.",
        Where.REVIEW, "correct", "correct", (Where.REVIEW,), needs=Need.WAITING,
    ),
    Command(
        "review-skip", "space,n", "space", "Skip", "Leave it for another time.",
        Where.REVIEW, "skip", "skip", (Where.REVIEW,), needs=Need.WAITING,
    ),
    Command(
        "review-undo", "u", "u", "Undo", "Take back your last step, and come back to it.",
        Where.REVIEW, "undo", "undo", (Where.REVIEW,),
    ),
    Command("review-leave", "escape,q", "esc", "Leave", "Back to the timeline.", Where.REVIEW, "leave", "leave", (Where.REVIEW,)),
    Command(
        "review-source", "A", "A", "Accept the whole source", "All that waits of this newsletter, in one step.",
        Where.REVIEW, "accept_source", "all of source", (Where.REVIEW,), needs=Need.WAITING,
    ),
    Command(
        "review-help", "question_mark,f1", "?", "Help", "What the review is for.",
        Where.REVIEW, "help", "help", (Where.REVIEW,),
    ),
    Command("review-redo", "ctrl+r", "ctrl+r", "Redo", "Do again what was taken back last.", Where.REVIEW, "redo"),
    Command("review-note", "semicolon", ";", "Note", "Write a note on it.", Where.REVIEW, "correct('note')", needs=Need.WAITING),
    Command(
        "review-merge", "m", "m", "Merge", "Compare both tellings, where it may be told twice.",
        Where.REVIEW, "merge", needs=Need.PAIR,
    ),
    Command(
        "review-different", "d", "d", "Different", "It is another event than the one proposed.",
        Where.REVIEW, "different", needs=Need.PAIR,
    ),
    Command("review-before", "left,h", "←", "One back", "Look at the one before, without deciding.", Where.REVIEW, "step(-1)"),
    Command("review-after", "right,l", "→", "One on", "Look at the one after, without deciding.", Where.REVIEW, "step(1)"),
    Command("review-pane", "tab,shift+tab", "tab", "Other pane", "What the arrows scroll.", Where.REVIEW, "other_pane"),
    # merging
    Command(
        "merge-do", "enter,m", "enter", "Merge", "They are one event; the chosen one stands.",
        Where.MERGE, "merge", "merge", (Where.MERGE,),
    ),
    Command(
        "merge-other", "left,right,tab,space", "← →", "Choose the other", "Which of the two stands for both.",
        Where.MERGE, "other", "choose", (Where.MERGE,),
    ),
    Command("merge-first", "1", "1", "The first stands", "It stands for both.", Where.MERGE, "choose(1)"),
    Command("merge-second", "2", "2", "The second stands", "It stands for both.", Where.MERGE, "choose(2)"),
    Command(
        "merge-different", "d", "d", "Different", "They are two events, and not to be proposed as one again.",
        Where.MERGE, "different", "different", (Where.MERGE,),
    ),
    Command("merge-up", "up,k", "↑", "Up", "Scroll both.", Where.MERGE, "scroll(-1)"),
    Command("merge-down", "down,j", "↓", "Down", "Scroll both.", Where.MERGE, "scroll(1)"),
    Command("merge-leave", "escape,q", "esc", "Leave", "Nothing is decided.", Where.MERGE, "leave", "leave", (Where.MERGE,)),
    Command("merge-help", "question_mark,f1", "?", "Help", "What merging does.", Where.MERGE, "help", "help", (Where.MERGE,)),
    # the form
    Command(
        "form-save", "ctrl+s", "ctrl+s", "Save", "Write what was changed, as one step.",
        Where.FORM, "save", "save", (Where.FORM,),
    ),
    Command(
        "form-leave", "escape", "esc", "Leave the form", "Without saving; asks again where something was changed.",
        Where.FORM, "leave", "leave", (Where.FORM,),
    ),
    Command("form-next", "tab,down", "tab ↓", "Next field", "So does enter.", Where.FORM, "move(1)", "next field", (Where.FORM,)),
    Command("form-previous", "shift+tab,up", "shift+tab ↑", "Field before", "The one above.", Where.FORM, "move(-1)"),
    Command(
        "form-complete", "right", "→", "Take the completion", "At the end of what is typed; in a choice, the next value.",
        Where.FORM, "complete", "complete", (Where.FORM,),
    ),
    Command(
        "form-editor", "ctrl+o", "ctrl+o", "Note in an editor", "Write the note in $EDITOR.",
        Where.FORM, "editor", "editor", (Where.FORM,),
    ),
    Command("form-help", "f1", "f1", "Help", "What can be typed, and all keys.", Where.FORM, "help", "help", (Where.FORM,)),
)  # fmt: skip
