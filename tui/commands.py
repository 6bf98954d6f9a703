"""Every command of the app, declared once: what it is called, its keys, where it works and what it does.

Bindings, the footer, the palette and the help screen are all made from these declarations. `action` is the method
`action_<name>` of the pane or screen that the command belongs to.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import Binding, BindingType

FOOTER_LIMIT = 8
"""More keys than this on one line are not read any more."""


class Where(StrEnum):
    """Where a command works; the value is what people call the place."""

    EVERYWHERE = "everywhere"
    LISTS = "all panes"
    TIMELINE = "timeline"
    FILTERS = "filters"
    DETAIL = "detail"
    CHIPS = "chips"
    SEARCH = "search line"
    CHANGES = "changes"
    FORM = "form"
    REVIEW = "review"
    MERGE = "merging"
    IMPORT = "import"
    REPORT = "import report"
    GOTO = "going to a date"
    EXPORT = "export"


OVER = frozenset({Where.FORM, Where.REVIEW, Where.MERGE, Where.IMPORT, Where.REPORT, Where.GOTO, Where.EXPORT})
"""Places that come over the main screen."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that the app can do."""

    id: str
    """What a keymap calls it."""
    keys: str
    """Textual's names of its keys, separated by commas."""
    shown: str
    """The keys as people read them."""
    title: str
    """Two or three words for the palette and the help."""
    help: str
    """One sentence: what it does."""
    where: Where
    action: str
    short: str = ""
    """One word for the footer, where it may stand there."""
    footer: tuple[Where, ...] = ()
    """In the footer of which panes."""

    @property
    def binding(self) -> Binding:
        """For Textual, which is loaded only now: `milepost keys` does without."""
        from textual.binding import Binding

        return Binding(self.keys, self.action, self.title, show=False, tooltip=self.help, id=self.id)


_ALL = (Where.TIMELINE, Where.FILTERS, Where.DETAIL, Where.CHIPS)
_MAIN = (Where.TIMELINE, Where.DETAIL)

COMMANDS: tuple[Command, ...] = (
    # the panes' own, first those that the footer shows
    Command(
        "take", "space,enter", "space", "Take a value", "Show only what has this value, again to let it go; open or close a facet.",
        Where.FILTERS, "take", "take", (Where.FILTERS,),
    ),
    Command(
        "exclude", "exclamation_mark", "!", "Exclude a value", "Show only what does not have this value.",
        Where.FILTERS, "exclude", "exclude", (Where.FILTERS,),
    ),
    Command(
        "article", "enter", "enter", "Read the article", "Show the article with the quoted words highlighted; again for the facts.",
        Where.TIMELINE, "open", "read", (Where.TIMELINE,),
    ),
    Command(
        "article-facts", "enter", "enter", "Article or facts", "Turn from the facts to the article and back.",
        Where.DETAIL, "turn", "article", (Where.DETAIL,),
    ),
    Command(
        "mark", "space", "space", "Mark", "Mark this milestone for export, or unmark it.",
        Where.TIMELINE, "mark", "mark", (Where.TIMELINE,),
    ),
    Command(
        "remove-chip", "delete,backspace,enter,space", "del", "Remove the chip", "Take this one condition away.",
        Where.CHIPS, "remove", "remove", (Where.CHIPS,),
    ),
    Command("chip-left", "left,h", "←", "Chip to the left", "Go to the condition before this one.", Where.CHIPS, "step(-1)"),
    Command("chip-right", "right,l", "→", "Chip to the right", "Go to the condition after this one.", Where.CHIPS, "step(1)"),
    Command(
        "search-done", "enter,down", "enter", "To the list", "Keep the search and go to the list.",
        Where.SEARCH, "leave(True)", "to the list", (Where.SEARCH,),
    ),
    Command(
        "search-undo", "escape", "esc", "Give up the search", "Go back to what was shown before.",
        Where.SEARCH, "leave(False)", "as it was", (Where.SEARCH,),
    ),
    # what people decide
    Command(
        "accept", "a", "a", "Accept", "The marked milestones, else this one, are right: somebody has looked.",
        Where.CHANGES, "judge('accepted')",
    ),
    Command(
        "reject", "x", "x", "Reject", "The marked milestones, else this one, are none: they leave every list and stay away.",
        Where.CHANGES, "judge('rejected')",
    ),
    Command(
        "correct", "c", "c", "Correct", "Put any field of this milestone right, in a form.",
        Where.CHANGES, "correct", "correct", _MAIN,
    ),
    Command("new", "n", "n", "New milestone", "Enter one by hand.", Where.CHANGES, "new"),
    Command("note", "semicolon", ";", "Note", "Write a note on this milestone.", Where.CHANGES, "correct('note')"),
    Command(
        "review", "r", "r", "Review", "Go through all of the selection that nobody has judged, the least certain first.",
        Where.CHANGES, "review", "review", (Where.TIMELINE,),
    ),
    Command(
        "merge", "m", "m", "Merge", "Compare the two marked, or this one and what may tell the same event, and make them one.",
        Where.CHANGES, "merge",
    ),
    Command(
        "unmerge", "M", "M", "Un-merge", "Let all that is merged into this milestone stand for itself again.",
        Where.CHANGES, "unmerge",
    ),
    Command("undo", "u", "u", "Undo", "Take back your last step, then the one before it, without limit.", Where.CHANGES, "undo"),
    Command("redo", "ctrl+r", "ctrl+r", "Redo", "Do again what was taken back last.", Where.CHANGES, "redo"),
    Command(
        "import", "i", "i", "Import newsletters", "Read a file, a folder or a pattern of files into the store.",
        Where.CHANGES, "import",
    ),
    # everywhere
    Command(
        "search", "slash", "/", "Search", "Type words, or conditions such as country:uz donor:japan after:2016.",
        Where.EVERYWHERE, "search", "search", _ALL,
    ),
    Command(
        "export", "e", "e", "Export", "Take the marked milestones, else all that are shown, to a file or the clipboard.",
        Where.EVERYWHERE, "export", "export", _MAIN,
    ),
    Command(
        "copy", "y", "y", "Copy as Markdown", "Copy the marked milestones, else this one, to the clipboard.",
        Where.EVERYWHERE, "copy", "copy", (Where.DETAIL,),
    ),
    Command(
        "next-in-article", "J", "J", "Next in article", "The next milestone that the same article tells.",
        Where.EVERYWHERE, "sibling(1)",
    ),
    Command(
        "previous-in-article", "K", "K", "Previous in article", "The one before it in the same article.",
        Where.EVERYWHERE, "sibling(-1)",
    ),
    Command(
        "later-in-series", "right_parenthesis", ")", "Later in series", "The next instalment, such as the eleventh review.",
        Where.EVERYWHERE, "instalment(1)",
    ),
    Command(
        "earlier-in-series", "left_parenthesis", "(", "Earlier in series", "The instalment before this one.",
        Where.EVERYWHERE, "instalment(-1)",
    ),
    Command(
        "back", "escape", "esc", "One step back", "Close, clear or undo the latest step of filtering.",
        Where.EVERYWHERE, "back", "back", (Where.FILTERS, Where.CHIPS),
    ),
    Command(
        "next-pane", "tab", "tab", "Next pane", "Go to the filters, the timeline, the detail, the chips, in turn.",
        Where.EVERYWHERE, "next_pane", "next pane", (Where.FILTERS, Where.DETAIL, Where.CHIPS),
    ),
    Command(
        "previous-pane", "shift+tab", "shift+tab", "Previous pane", "The same the other way round.",
        Where.EVERYWHERE, "previous_pane",
    ),
    Command(
        "help", "question_mark,f1", "?", "Help", "What this pane is for, and all keys.",
        Where.EVERYWHERE, "help", "help", _ALL,
    ),
    Command(
        "palette", "ctrl+p", "ctrl+p", "Find a command", "Find any command by its name.",
        Where.EVERYWHERE, "app.command_palette",
    ),
    Command("quit", "q", "q", "Quit", "Leave; the store is safe at any time.", Where.EVERYWHERE, "app.quit", "quit", _ALL),
    Command("maximise", "z", "z", "Maximise the pane", "Give it the whole screen, or share again.", Where.EVERYWHERE, "maximise"),
    Command("narrower", "less_than_sign", "<", "Pane narrower", "The pane with the focus.", Where.EVERYWHERE, "resize(-2)"),
    Command("wider", "greater_than_sign", ">", "Pane wider", "The pane with the focus.", Where.EVERYWHERE, "resize(2)"),
    Command(
        "drop-last", "backspace", "backspace", "Drop the last chip", "Take the last condition away.",
        Where.LISTS, "screen.drop_last",
    ),
    Command("show-all", "ctrl+x", "ctrl+x", "Show everything", "Take every condition away.", Where.EVERYWHERE, "show_all"),
    Command(
        "money", "dollar_sign", "$", "Totals of money", "What the amounts of all that is shown come to, by currency.",
        Where.EVERYWHERE, "money",
    ),
    Command("reload", "f5", "f5", "Read the store again", "See what other programs have changed.", Where.EVERYWHERE, "reload"),
    Command("theme", "f3", "f3", "Change the theme", "Choose other colours.", Where.EVERYWHERE, "theme"),
    # the review
    Command("review-accept", "a", "a", "Accept", "It is right.", Where.REVIEW, "judge('accepted')", "accept", (Where.REVIEW,)),
    Command("review-reject", "x", "x", "Reject", "It is none.", Where.REVIEW, "judge('rejected')", "reject", (Where.REVIEW,)),
    Command("review-correct", "c", "c", "Correct", "Put it right in a form.", Where.REVIEW, "correct", "correct", (Where.REVIEW,)),
    Command("review-skip", "space,n", "space", "Skip", "Leave it for another time.", Where.REVIEW, "skip", "skip", (Where.REVIEW,)),
    Command(
        "review-source", "A", "A", "Accept the whole source", "All that waits of this newsletter, in one step.",
        Where.REVIEW, "accept_source", "all of source", (Where.REVIEW,),
    ),
    Command(
        "review-undo", "u", "u", "Undo", "Take back your last step, and come back to it.",
        Where.REVIEW, "undo", "undo", (Where.REVIEW,),
    ),
    Command(
        "review-help", "question_mark,f1", "?", "Help", "What the review is for.",
        Where.REVIEW, "help", "help", (Where.REVIEW,),
    ),
    Command("review-leave", "escape,q", "esc", "Leave", "Back to the timeline.", Where.REVIEW, "leave", "leave", (Where.REVIEW,)),
    Command("review-redo", "ctrl+r", "ctrl+r", "Redo", "Do again what was taken back last.", Where.REVIEW, "redo"),
    Command("review-note", "semicolon", ";", "Note", "Write a note on it.", Where.REVIEW, "correct('note')"),
    Command("review-merge", "m", "m", "Merge", "Compare both tellings, where it may be told twice.", Where.REVIEW, "merge"),
    Command("review-different", "d", "d", "Different", "It is another event than the one proposed.", Where.REVIEW, "different"),
    Command("review-before", "left,h", "←", "One back", "Look at the one before, without deciding.", Where.REVIEW, "step(-1)"),
    Command("review-after", "right,l", "→", "One on", "Look at the one after, without deciding.", Where.REVIEW, "step(1)"),
    Command("review-pane", "tab,shift+tab", "tab", "Other pane", "What the arrows scroll.", Where.REVIEW, "other_pane"),
    # the export
    Command(
        "export-write", "enter", "enter", "Write", "Write the file, or fill the clipboard.",
        Where.EXPORT, "write", "write", (Where.EXPORT,),
    ),
    Command("export-what", "w", "w", "Marked or shown", "Which milestones leave.", Where.EXPORT, "step('what')"),
    Command("export-format", "f", "f", "Format", "Markdown, CSV, JSON, JSON Lines.", Where.EXPORT, "step('format')"),
    Command("export-shape", "s", "s", "Shape", "A list, a table, or brief.", Where.EXPORT, "step('shape')"),
    Command("export-group", "g", "g", "Grouping", "By date, country, donor or kind.", Where.EXPORT, "step('group')"),
    Command("export-evidence", "v", "v", "Evidence", "With the quotes as footnotes, or without.", Where.EXPORT, "step('evidence')"),
    Command("export-to", "c", "c", "File or clipboard", "Where it goes.", Where.EXPORT, "step('to')"),
    Command(
        "export-name", "tab,shift+tab", "tab", "Name the file", "To its path and back.",
        Where.EXPORT, "name", "name", (Where.EXPORT,),
    ),
    Command("export-up", "up,k", "↑", "Up", "Scroll the preview.", Where.EXPORT, "scroll(-1)"),
    Command("export-page-up", "pageup", "PgUp", "Page up", "Scroll the preview.", Where.EXPORT, "scroll(-10)"),
    Command("export-page-down", "pagedown", "PgDn", "Page down", "Scroll the preview.", Where.EXPORT, "scroll(10)"),
    Command("export-leave", "escape,q", "esc", "Leave", "Nothing leaves.", Where.EXPORT, "leave", "leave", (Where.EXPORT,)),
    Command("export-down", "down,j", "↓", "Down", "Scroll the preview.", Where.EXPORT, "scroll(1)", "look on", (Where.EXPORT,)),
    Command("export-help", "question_mark,f1", "?", "Help", "What an export holds.", Where.EXPORT, "help", "help", (Where.EXPORT,)),
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
    # going to a date
    Command(
        "goto-go", "enter", "enter", "Go there", "To the latest milestone that is not after it.",
        Where.GOTO, "submit", "go", (Where.GOTO,),
    ),
    Command("goto-leave", "escape", "esc", "Leave", "Back to where you were.", Where.GOTO, "screen.leave", "leave", (Where.GOTO,)),
    Command("goto-help", "f1", "f1", "Help", "What can be typed.", Where.GOTO, "screen.help", "help", (Where.GOTO,)),
    # importing
    Command("import-read", "enter", "enter", "Read", "Read what the path names.", Where.IMPORT, "submit", "read", (Where.IMPORT,)),
    Command(
        "import-leave", "escape", "esc", "Leave", "Back to the timeline.", Where.IMPORT, "screen.leave", "leave", (Where.IMPORT,),
    ),
    Command(
        "import-complete", "right,tab", "→", "Take the completion", "At the end of what is typed.",
        Where.IMPORT, "complete", "complete", (Where.IMPORT,),
    ),
    Command("import-help", "f1", "f1", "Help", "What can be typed.", Where.IMPORT, "screen.help", "help", (Where.IMPORT,)),
    Command(
        "report-review", "r", "r", "Review the doubtful", "Of the newsletters that were read just now.",
        Where.REPORT, "screen.review", "review the doubtful", (Where.REPORT,),
    ),
    Command(
        "report-again", "i", "i", "Import more", "Type another path.", Where.REPORT, "screen.again", "import more", (Where.REPORT,),
    ),
    Command(
        "report-leave", "escape,enter,q", "esc", "Stop, or leave",
        "While files are read, stop: what is read by then stays. After that, back to the timeline.",
        Where.REPORT, "screen.leave", "timeline", (Where.REPORT,),
    ),
    Command(
        "report-help", "question_mark,f1", "?", "Help", "What the report says.",
        Where.REPORT, "screen.help", "help", (Where.REPORT,),
    ),
    # moving
    Command("up", "up,k", "↑ k", "Up", "One line up.", Where.LISTS, "cursor(-1)"),
    Command("down", "down,j", "↓ j", "Down", "One line down.", Where.LISTS, "cursor(1)"),
    Command("page-up", "pageup", "PgUp", "Page up", "One page up.", Where.LISTS, "page(-1.0)"),
    Command("page-down", "pagedown", "PgDn", "Page down", "One page down.", Where.LISTS, "page(1.0)"),
    Command("half-up", "ctrl+u", "ctrl+u", "Half a page up", "Half a page up.", Where.LISTS, "page(-0.5)"),
    Command("half-down", "ctrl+d", "ctrl+d", "Half a page down", "Half a page down.", Where.LISTS, "page(0.5)"),
    Command("first", "home,g", "Home g", "First line", "To the top: the newest.", Where.LISTS, "end(-1)"),
    Command("last", "end,G", "End G", "Last line", "To the bottom: the oldest.", Where.LISTS, "end(1)"),
    Command(
        "month-newer", "left_square_bracket", "[", "Heading above", "To the newer month; in the filters, to the facet above.",
        Where.LISTS, "heading(-1)",
    ),
    Command(
        "month-older", "right_square_bracket", "]", "Heading below", "To the older month; in the filters, to the facet below.",
        Where.LISTS, "heading(1)",
    ),
    Command("year-newer", "left_curly_bracket", "{", "Newer year", "To the next newer year.", Where.TIMELINE, "year(-1)"),
    Command("year-older", "right_curly_bracket", "}", "Older year", "To the next older year.", Where.TIMELINE, "year(1)"),
    Command(
        "go-to-date", "full_stop", ".", "Go to a date", "Type one, such as May 2016, Q2 2016 or 2015.",
        Where.TIMELINE, "go_to_date",
    ),
    Command("today", "t", "t", "Today", "To the latest milestone that is not after today.", Where.TIMELINE, "today"),
    Command("mark-all", "asterisk", "*", "Mark all shown", "All that the list holds, or none of it.", Where.TIMELINE, "mark_all"),
)  # fmt: skip


def commands(where: Where) -> tuple[Command, ...]:
    """What is declared for one place."""
    return tuple(command for command in COMMANDS if command.where is where)


def bindings(*places: Where) -> list[BindingType]:
    """What a pane or screen binds."""
    return [command.binding for command in COMMANDS if command.where in places]


def footer(where: Where) -> tuple[Command, ...]:
    """The few that the last line names while a pane has the focus, the most wanted first."""
    return tuple(command for command in COMMANDS if where in command.footer)[:FOOTER_LIMIT]
