"""What works in every pane, and the dialog that a date is typed in."""

from __future__ import annotations

from tui.commands.declaration import Command, Need, Where

_ALL = (Where.TIMELINE, Where.CHART, Where.FILTERS, Where.DETAIL, Where.CHIPS)
_MAIN = (Where.TIMELINE, Where.DETAIL)

EVERYWHERE: tuple[Command, ...] = (
    Command(
        "search", "slash", "/", "Search", "Type words, or conditions such as country:uz donor:japan after:2016.",
        Where.EVERYWHERE, "search", "search", _ALL,
    ),
    Command(
        "when", "w", "w", "Choose a time", "Choose from when to when, in the histogram; with the mouse, drag over it.",
        Where.EVERYWHERE, "when", needs=Need.TIME,
    ),
    Command(
        "export", "e", "e", "Export", "Take the marked milestones, else all that are shown, to a file or the clipboard.",
        Where.EVERYWHERE, "export", "export", _MAIN, needs=Need.TAKEN_ALONG,
    ),
    Command(
        "copy", "y", "y", "Copy as Markdown", "Copy the marked milestones, else this one, to the clipboard.",
        Where.EVERYWHERE, "copy", "copy", (Where.DETAIL,), needs=Need.MEANT,
    ),
    Command(
        "save-view", "s", "s", "Save the view", "Keep what is shown, and how, under a name, in the store.",
        Where.EVERYWHERE, "save_view",
    ),
    Command("open-view", "o", "o", "Open a view", "One of those that have a name.", Where.EVERYWHERE, "open_view"),
    Command(
        "next-in-article", "J", "J", "Next in article", "The next milestone that the same article tells.",
        Where.EVERYWHERE, "sibling(1)", needs=Need.NEXT_TOLD,
    ),
    Command(
        "previous-in-article", "K", "K", "Previous in article", "The one before it in the same article.",
        Where.EVERYWHERE, "sibling(-1)", needs=Need.TOLD_BEFORE,
    ),
    Command(
        "later-in-series", "right_parenthesis", ")", "Later in series", "The next instalment, such as the eleventh review.",
        Where.EVERYWHERE, "instalment(1)", needs=Need.LATER,
    ),
    Command(
        "earlier-in-series", "left_parenthesis", "(", "Earlier in series", "The instalment before this one.",
        Where.EVERYWHERE, "instalment(-1)", needs=Need.EARLIER,
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
        "face", "v", "v", "List or chart", "Turn the timeline: a list under its months, or lanes along an axis of time.",
        Where.EVERYWHERE, "turn_face", "list/chart", (*_MAIN, Where.CHART),
    ),
    Command(
        "help", "question_mark,f1", "?", "Help", "What this pane is for, and all keys.",
        Where.EVERYWHERE, "help", "help", (*_ALL, Where.HISTOGRAM),
    ),
    Command(
        "palette", "ctrl+p", "ctrl+p", "Find a command", "Find any command by its name.",
        Where.EVERYWHERE, "app.command_palette",
    ),
    Command(
        "quit", "q", "q", "Quit", "Leave; the store is safe at any time. Where letters are typed, ctrl+q does it.",
        Where.EVERYWHERE, "app.quit", "quit", _ALL,
    ),
    Command("maximise", "z", "z", "Maximise the pane", "Give it the whole screen, or share again.", Where.EVERYWHERE, "maximise"),
    Command(
        "narrower", "less_than_sign", "<", "Pane narrower", "The pane with the focus.",
        Where.EVERYWHERE, "resize(-2)", needs=Need.SIDE_BY_SIDE,
    ),
    Command(
        "wider", "greater_than_sign", ">", "Pane wider", "The pane with the focus.",
        Where.EVERYWHERE, "resize(2)", needs=Need.SIDE_BY_SIDE,
    ),
    Command(
        "drop-last", "backspace", "backspace", "Drop the last chip", "Take the last condition away.",
        Where.LISTS, "screen.drop_last", needs=Need.CONDITION,
    ),
    Command(
        "show-all", "ctrl+x", "ctrl+x", "Show everything", "Take every condition away.",
        Where.EVERYWHERE, "show_all", "show all", needs=Need.CONDITION,
    ),
    Command(
        "as-fields", "F", "F", "Words as fields", "Look for what plain words name: of japan, for donor:japan.",
        Where.EVERYWHERE, "as_fields", "as fields", needs=Need.NAMING_WORDS,
    ),
    Command(
        "money", "dollar_sign", "$", "Totals of money", "What the amounts of all that is shown come to, by currency.",
        Where.EVERYWHERE, "money", needs=Need.SHOWN,
    ),
    Command("reload", "f5", "f5", "Read the store again", "See what other programs have changed.", Where.EVERYWHERE, "reload"),
    Command("theme", "f3", "f3", "Change the theme", "Choose other colours.", Where.EVERYWHERE, "theme"),
)  # fmt: skip

GOING: tuple[Command, ...] = (
    Command(
        "goto-go", "enter", "enter", "Go there", "To the newest of that time.",
        Where.GOTO, "submit", "go", (Where.GOTO,),
    ),
    Command("goto-leave", "escape", "esc", "Leave", "Back to where you were.", Where.GOTO, "screen.leave", "leave", (Where.GOTO,)),
    Command("goto-help", "f1", "f1", "Help", "What can be typed.", Where.GOTO, "screen.help", "help", (Where.GOTO,)),
)  # fmt: skip
