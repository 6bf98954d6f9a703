"""The manual page of the command line, in roff, made of what the commands themselves say."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from tui.config.places import STORE_VARIABLE

_SECTIONS = (
    (
        "FILES",
        (
            ("~/.local/share/milepost/milestones.db", f"The store, unless --store or ${STORE_VARIABLE} names another."),
            ("~/.config/milepost/settings.toml", "Keys, colours, panes and the name that changes are kept under."),
            ("~/.config/milepost/names.toml", "Names of places, countries and donors that Milepost does not know."),
            ("~/.local/state/milepost/", "How the app was left, for each store."),
        ),
    ),
    (
        "ENVIRONMENT",
        (
            (STORE_VARIABLE, "The store to use."),
            ("MILEPOST_USER", "The name that changes are kept under."),
            ("NO_COLOR", "Where it is set, nothing has colours, and what commands print is plain, as it is where TERM is dumb."),
        ),
    ),
    (
        "EXIT STATUS",
        (
            ("0", "Done; nothing new and nothing found are done."),
            ("1", "Not all of it could be done; a line on standard error says why."),
            ("2", "Wrong usage."),
        ),
    ),
)


def manual(command: click.Group, name: str, version: str) -> str:
    """The whole page, for section 1 of the manual."""
    context = click.Context(command, info_name=name)
    lines = [f'.TH "{name.upper()}" "1" "" "{_text(f"{name} {version}")}" "User Commands"']
    about = _paragraphs(command)
    lines += [".SH NAME", _text(f"{name} - {about[0].rstrip('.:')}"), ".SH SYNOPSIS", *_usage(context), ".SH DESCRIPTION"]
    lines += _told(about[1:] or about)[1:]
    lines += [".SH OPTIONS", *_options(context), ".SH COMMANDS"]
    for inner in _commands(context):
        lines += [f".SS {_text(inner.command_path)}", *_usage(inner), *_told(_paragraphs(inner.command)), *_options(inner)]
        if inner.command.epilog:
            lines += _told([inner.command.epilog])
    for title, entries in _SECTIONS:
        lines.append(f".SH {title}")
        lines += [line for term, words in entries for line in (".TP", f".B {_text(term)}", _text(words))]
    return "\n".join(lines) + "\n"


def _commands(context: click.Context) -> Iterator[click.Context]:
    """Every command in it that does something, those of a group in their turn."""
    group = context.command
    assert isinstance(group, click.Group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        if found is None or found.hidden:
            continue
        inner = click.Context(found, info_name=name, parent=context)
        if isinstance(found, click.Group):
            if found.invoke_without_command:
                yield inner
            yield from _commands(inner)
        else:
            yield inner


def _usage(context: click.Context) -> list[str]:
    words = " ".join(context.command.collect_usage_pieces(context))
    return [f".B {_text(context.command_path)}", _text(words)]


def _paragraphs(command: click.Command) -> list[str]:
    told = (command.help or "").partition("\f")[0]
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", told.strip()) if part.strip()]


def _told(paragraphs: list[str]) -> list[str]:
    return [line for text in paragraphs for line in (".PP", _text(text))]


def _options(context: click.Context) -> list[str]:
    lines = []
    for parameter in context.command.get_params(context):
        record = parameter.get_help_record(context)
        # an argument has its place in the line of usage, and mostly no words of its own
        if record is not None and record[1]:
            names, words = record
            lines += [".TP", f".B {_text(names)}", _text(words)]
    return lines


def _text(text: str) -> str:
    """As roff takes it: nothing in it is a command, dashes can be copied."""
    plain = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq").replace("`", "\\(ga")
    plain = plain.replace("“", "\\(lq").replace("”", "\\(rq").replace("…", "...").replace("–", "\\(en").replace("’", "'")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain
