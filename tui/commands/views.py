"""Views that have a name: the dialogs in which one is saved, and in which one is opened."""

from __future__ import annotations

from tui.commands.declaration import Command, Where

VIEWS: tuple[Command, ...] = (
    Command(
        "saving-save", "enter", "enter", "Save", "Keep the view under this name.",
        Where.SAVING, "submit", "save", (Where.SAVING,),
    ),
    Command(
        "saving-take", "tab", "tab", "Take the name", "The name that the list stands on, to save over it.",
        Where.SAVING, "screen.take", "take the name", (Where.SAVING,),
    ),
    Command(
        "saving-leave", "escape", "esc", "Leave", "Nothing is saved.", Where.SAVING, "screen.leave", "leave", (Where.SAVING,),
    ),
    Command("saving-up", "up", "↑", "Name above", "In the list.", Where.SAVING, "screen.step(-1)"),
    Command("saving-down", "down", "↓", "Name below", "In the list.", Where.SAVING, "screen.step(1)"),
    Command("saving-help", "f1", "f1", "Help", "What a view keeps.", Where.SAVING, "screen.help", "help", (Where.SAVING,)),
    Command(
        "opening-open", "enter", "enter", "Open", "Show what this view shows, as it was saved.",
        Where.OPENING, "submit", "open", (Where.OPENING,),
    ),
    Command("opening-up", "up", "↑", "View above", "In the list.", Where.OPENING, "screen.step(-1)"),
    Command("opening-down", "down", "↓", "View below", "In the list.", Where.OPENING, "screen.step(1)", "choose", (Where.OPENING,)),
    Command(
        "opening-remove", "delete", "del", "Remove", "Forget this view; its milestones stay.",
        Where.OPENING, "screen.remove", "remove", (Where.OPENING,),
    ),
    Command(
        "opening-undo", "ctrl+z", "ctrl+z", "Bring back", "The view that was removed last, also an earlier one of this session.",
        Where.OPENING, "screen.bring_back", "bring back", (Where.OPENING,),
    ),
    Command(
        "opening-leave", "escape", "esc", "Leave", "Back to what was shown.",
        Where.OPENING, "screen.leave", "leave", (Where.OPENING,),
    ),
    Command("opening-help", "f1", "f1", "Help", "What a view keeps.", Where.OPENING, "screen.help", "help", (Where.OPENING,)),
)  # fmt: skip
