"""What screens share that carry out declared commands: each is done, or it is said why it cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.dom import DOMNode
from textual.screen import Screen

from tui.commands import BY_ID, Command
from tui.messages import CommandPicked
from tui.notices import tell

if TYPE_CHECKING:
    from tui.commands.reasons import Situation


class Commanding(Screen[None], inherit_bindings=False):
    """A screen with commands of its own."""

    def situation(self) -> Situation:
        """How things stand now."""
        raise NotImplementedError

    def owner(self, command: Command) -> DOMNode:
        """What has the command's action; its pane is brought forward where it has one."""
        return self

    def why_not(self, command: Command) -> str:
        """Why it would do nothing now; empty where it would not."""
        from tui.commands.reasons import why_not

        return why_not(command.needs, self.situation()) if command.needs else ""

    async def action_command(self, name: str) -> None:
        """Do what a command does, wherever the focus is, or say why not."""
        command = BY_ID[name]
        if reason := self.why_not(command):
            tell(self, reason, f"{command.title}: not now")
        else:
            await self.app.run_action(command.action, self.owner(command))

    def run_command(self, name: str) -> None:
        """The same, once what is over the screen has gone."""
        self.call_later(self.action_command, name)

    @on(CommandPicked)
    def _command_picked(self, message: CommandPicked) -> None:
        self.run_command(message.id)
