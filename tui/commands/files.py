"""What comes in and goes out: the export's dialog, the import and its report."""

from __future__ import annotations

from tui.commands.declaration import Command, Where

FILES: tuple[Command, ...] = (
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
        "report-leave", "escape", "esc", "Stop, or leave",
        "While files are read, stop: what is read by then stays. After that, back to the timeline.",
        Where.REPORT, "screen.leave", "timeline", (Where.REPORT,),
    ),
    Command("report-done", "enter,q", "enter q", "To the timeline", "When all is read.", Where.REPORT, "screen.done"),
    Command(
        "report-help", "question_mark,f1", "?", "Help", "What the report says.",
        Where.REPORT, "screen.help", "help", (Where.REPORT,),
    ),
)  # fmt: skip
