"""Changes made in the app: what is then in the store, what is shown, what is said, and that all of it can be taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from db.connect import StoreError, open_store
from db.models import Milestone, Status
from db.queries.history import history, standing
from tui.background.lookup import form_facts
from tui.screens.form import FormScreen

Opened = Any


def uid_of(path: Path, words: str) -> str:
    """The milestone whose title begins so."""
    with open_store(path, readonly=True) as store:
        [(uid,)] = store.connection.execute("select uid from milestone where title like ? || '%'", (words,)).fetchall()
    return str(uid)


def stored(path: Path, uid: str) -> Milestone:
    """A milestone as it stands in the store."""
    with open_store(path, readonly=True) as store:
        found = standing(store.connection, uid)
    assert found is not None
    return found.milestone


def steps(path: Path, uid: str) -> int:
    """How often something was decided about it."""
    with open_store(path, readonly=True) as store:
        return len(history(store.connection, uid))


async def test_accept_and_reject_with_undo_and_redo(opened: Opened, mine: Path) -> None:
    study, conference = uid_of(mine, "Study visit"), uid_of(mine, "Conference")
    async with opened(mine) as session:
        screen = session.screen
        await session.press("a")
        assert stored(mine, study).status is Status.ACCEPTED and screen.timeline.row.uid == study
        assert "Study visit" in session.said()[-1]
        await session.press("x")
        assert stored(mine, study).status is Status.REJECTED
        assert screen.timeline.row.uid == conference and screen.top.shown == 12
        await session.press("u")
        assert stored(mine, study).status is Status.ACCEPTED
        assert screen.timeline.row.uid == study, "the cursor goes to what was undone"
        assert session.said() == [
            "Undone · “Study visit of forensic experts to Tashkent”: no longer rejected · ctrl+r does it again"
        ]
        await session.press("u", "u")
        assert stored(mine, study).status is Status.NEW and "“milepost sources remove” takes an import back" in session.said()[-1]
        await session.press("ctrl+r", "ctrl+r")
        assert stored(mine, study).status is Status.REJECTED
        assert session.said()[-1].startswith("Redone · ")


async def test_a_value_is_typed_anew_and_to_several_one_is_added(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        await session.press("c", "down")
        form = session.app.screen
        assert isinstance(form, FormScreen)
        await session.type("2015")
        assert form.fields["date"].text == "2015"
        form.fields["partners"].control.focus()
        before = form.fields["partners"].text
        await session.type("x")
        assert form.fields["partners"].text == f"{before}x"


async def test_the_marked_are_judged_in_one_step(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        screen = session.screen
        await session.press("space", "space", "end", "x")
        assert screen.top.shown == 11 and not screen.marks and "2 milestones" in session.said()[-1]
        assert screen.timeline.row.title.startswith("Prevention"), "the cursor stays where it was"
        await session.press("u")
        assert screen.top.shown == 13 and "and 1 more" in session.said()[-1]


async def test_how_many_of_the_marked_are_not_seen_is_told(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        await session.press("space")
        await session.search("conference", "enter", "a")
        assert session.said()[-1].startswith("Accepted · “Study visit of forensic experts to Tashkent” (outside the filter) · u ")
        await session.press("space", "x")
        assert session.said()[-1].startswith("Rejected · 2 milestones (1 of them outside the filter) · u ")
        await session.press("u", "escape", "escape", "escape", "a")
        assert "outside" not in session.said()[-1]


async def test_filters_and_cursor_stay(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        await session.search("country:kg", "enter", "down", "down")
        row = session.screen.timeline.row
        await session.press("a")
        assert session.screen.selection.text() == "country:kg" and session.screen.timeline.row.uid == row.uid
        assert session.screen.timeline.cursor == 2


async def test_a_store_that_cannot_be_written_is_told_in_one_line(opened: Opened, mine: Path, monkeypatch: Any) -> None:
    from tui.background import deeds

    def broken(*_: Any, **__: Any) -> None:
        raise StoreError("the store is busy: try again")

    async with opened(mine) as session:
        monkeypatch.setattr(deeds, "open_store", broken)
        await session.press("a")
        assert session.said() == ["Nothing was changed · the store is busy: try again"]
        assert session.screen.top.shown == 13


@pytest.mark.parametrize("keys", ["c", "n", ";", "rc"])
@pytest.mark.parametrize("why", ["is read-only: make it writable", "was made by a later version of Milepost"])
async def test_no_form_opens_where_nothing_could_be_saved(
    opened: Opened, mine: Path, monkeypatch: Any, keys: str, why: str
) -> None:
    async with opened(mine) as session:
        if "later" in why:
            with open_store(mine) as store:
                store.connection.execute(
                    "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('milepost', 'm999_future', '')"
                )
        else:
            monkeypatch.setattr("db.connect.os.access", lambda *_: False)
        await session.press(*keys)
        assert not isinstance(session.app.screen, FormScreen)
        assert session.said()[-1].startswith(f"Nothing can be saved · the store at {mine} {why}")


async def test_there_is_nothing_to_judge(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        await session.search("zebra", "enter", "a")
        assert "no milestone under the cursor" in session.said()[-1]


# The form


async def fill(session: Any, **texts: str) -> None:
    """Type into fields of the form, and wait until what is new in them has been told."""
    form = session.app.screen
    for name, text in texts.items():
        form.fields[name].control.focus()
        form.fields[name].text = text
        await session.settled()


def hint(session: Any, name: str) -> str:
    """What stands below a field."""
    return str(session.app.screen.fields[name].hint.content)


async def test_only_changed_fields_are_written_as_one_step(opened: Opened, mine: Path) -> None:
    uid = uid_of(mine, "Third regional")
    async with opened(mine) as session:
        await session.search("container", "enter", "c")
        assert session.app.screen.fields["title"].control is session.app.focused
        await session.press("tab", "ctrl+u")
        await session.type("13-15 april 2016")
        assert "reads as 13–15 April 2016 · 2016-04-13/2016-04-15" in hint(session, "date")
        assert "was 2nd quarter 2016" in hint(session, "date")
        await session.press("tab", "t", "tab", "right", "ctrl+s")
        there = stored(mine, uid)
        assert (there.when.edtf, there.kind, there.level) == ("2016-04-13/2016-04-15", "training", "mentioned")
        assert "Third regional" in session.said()[-1] and "Q2 2016 → 13–15 Apr 2016" in session.said()[-1]
        with open_store(mine, readonly=True) as store:
            [step] = history(store.connection, uid)
        assert {change.field for change in step.changes} == {"date", "kind", "level"} and step.who == "Aigul"
        assert session.screen.selection.text() == "container" and session.screen.timeline.row.uid == uid
        await session.press("u")
        assert stored(mine, uid).when.edtf == "2016-34" and "date back to Q2 2016" in session.said()[-1]


async def test_lists_are_changed_by_the_element(opened: Opened, mine: Path) -> None:
    uid = uid_of(mine, "Border liaison")
    async with opened(mine) as session:
        await session.search("ayritom", "enter", "c")
        await fill(session, countries="Uzbekistan; KZ (beneficiary)", amounts="USD 2 million", partners="", series="offices #4")
        assert hint(session, "countries") == "+ Kazakhstan (beneficiary)  − Afghanistan"
        assert hint(session, "series") == "reads as “offices”, no. 4\n✦ “offices” is a new series"
        await session.press("ctrl+s")
        there = stored(mine, uid)
        assert [(one.code, one.role) for one in there.countries] == [("UZ", "location"), ("KZ", "beneficiary")]
        assert ([str(one) for one in there.amounts], there.partners) == (["USD 2,000,000"], ())
        assert there.series is not None and (there.series.name, there.series.ordinal) == ("offices", 4)


async def test_an_unknown_country_is_an_error_in_place(opened: Opened, mine: Path) -> None:
    uid = uid_of(mine, "Study visit")
    async with opened(mine) as session:
        await session.press("c")
        await fill(session, countries="Uzbekistn", date="30 February 2016", title="Short")
        assert "no country: did you mean Uzbekistan?" in hint(session, "countries")
        assert session.app.screen.fields["countries"].has_class("-wrong") and "✗" in hint(session, "date")
        await session.press("ctrl+s")
        assert session.app.screen.fields["title"].control is session.app.focused, "the first wrong field"
        assert "10 to 90 characters" in str(session.app.screen.said.content)
        assert steps(mine, uid) == 0


async def test_a_new_donor_or_place_is_allowed_and_told(opened: Opened, mine: Path) -> None:
    uid = uid_of(mine, "Study visit")
    async with opened(mine) as session:
        await session.press("c")
        await fill(session, donors="European Union; Osh Fund", place="Kara-Suu")
        assert "“Osh Fund” is a new donor" in hint(session, "donors")
        assert "“Kara-Suu” is a new place" in hint(session, "place")
        await session.press("ctrl+s")
        assert [str(donor) for donor in stored(mine, uid).donors] == ["European Union", "Osh Fund"]
        assert "“Osh Fund” is a new donor" in session.said()[-1] and "“Kara-Suu” is a new place" in session.said()[-1]


@pytest.mark.parametrize(
    ("name", "typed", "whole"),
    [
        ("countries", "Uzbekistan; kaz", "Uzbekistan; kazakhstan"),
        ("countries", "Kazakhstan (ben", "Kazakhstan (beneficiary)"),
        ("donors", "Sweden; Japan/JI", "Sweden; Japan/JICA"),
        ("place", "Ayr", "Ayritom"),
    ],
)
async def test_completion(opened: Opened, mine: Path, name: str, typed: str, whole: str) -> None:
    async with opened(mine) as session:
        await session.press("c")
        await fill(session, **{name: typed})
        control = session.app.screen.fields[name].control
        control.cursor_position = len(typed)
        await session.press("right")
        assert session.app.screen.fields[name].text == whole


@pytest.mark.parametrize(("size", "shown"), [((120, 40), "Fund for Examples paid.”"), ((80, 24), "…")])
async def test_of_a_long_quote_it_is_seen_that_it_goes_on(
    opened: Opened, make_store: Any, tmp_path: Path, size: tuple[int, int], shown: str
) -> None:
    told = f"An office opened in May at the bridge, {'with many rooms for officers of many services, ' * 6}far from all others"
    path = make_store(
        tmp_path / "long.db", "long.txt",
        {"title": "Office at the bridge opened", "date": "2016-05", "words": "May", "donor": "Fund for Examples", "place": "Bridge",
         "sentence": f"{told}, and the Fund for Examples paid."},
    )  # fmt: skip
    async with opened(path, size=size) as session:
        await session.press("c")
        quote = [row[row.index("▌ ") + 2 :].split("│")[0].rstrip() for row in session.text() if "▌ " in row]
        assert quote[-1].endswith(shown) and (len(quote) == 3) == (shown == "…")


async def test_leaving_asks_once_where_something_was_typed(opened: Opened, mine: Path) -> None:
    uid = uid_of(mine, "Study visit")
    async with opened(mine) as session:
        await session.press("c", "escape")
        assert session.app.screen is session.screen
        await session.press("c", *"xyz", "escape")
        assert "esc again drops" in str(session.app.screen.said.content)
        await session.press("escape")
        assert session.app.screen is session.screen and steps(mine, uid) == 0
        await session.press("c", "ctrl+s")
        assert session.app.screen is session.screen and steps(mine, uid) == 0


async def test_what_another_changed_meanwhile_is_told_and_kept(opened: Opened, mine: Path) -> None:
    from db.editing import Edit
    from db.store.deciding import Act, edit

    uid = uid_of(mine, "Study visit")
    async with opened(mine) as session:
        await session.press("c")
        with open_store(mine) as store:
            theirs = [Edit("place", "set", "Tashkent"), Edit("note", "set", "theirs")]
            edit(store, {uid: theirs}, Act("Bolot", "2017-11-22T10:00:00Z", "theirs"))
        await fill(session, place="Termez")
        await session.press("ctrl+s")
        said = str(session.app.screen.said.content)
        assert "changed meanwhile by Bolot" in said and "\n" not in said
        assert session.app.screen.fields["place"].text == "Termez" and session.app.screen.fields["note"].text == "theirs"
        assert stored(mine, uid).place == "Tashkent"
        await session.press("ctrl+s")
        assert stored(mine, uid).place == "Termez" and stored(mine, uid).note == "theirs"


async def test_a_new_milestone_by_hand(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        screen = session.screen
        await session.press("n", "ctrl+s")
        assert "needed" in str(session.app.screen.said.content)
        await session.type("Second laboratory opened in Osh")
        await session.press("enter")
        await session.type("mid may 2016")
        await session.press("down", "o", "ctrl+s")
        assert screen.top.shown == 14 and screen.timeline.row.title == "Second laboratory opened in Osh"
        assert screen.detail.detail.source is None and screen.timeline.row.kind == "opening"
        shown = " ".join(" ".join(line.plain for line in screen.detail.lines).split())
        assert "Source entered by a person" in shown and "History entered by Aigul on 22 Nov 2017" in shown
        assert not {"✎", "→", "corrected", "printed"} & set(shown.split())
        await session.press("u")
        assert screen.top.shown == 13 and "Second laboratory" in session.said()[-1]


async def test_the_first_milestone_of_all_makes_the_store(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    async with opened(path) as session:
        await session.press("n")
        await fill(session, title="First milestone of them all", date="2016-05", kind="opening")
        await session.press("ctrl+s")
        assert path.exists() and session.screen.top.shown == 1


async def test_a_note_in_the_form_and_in_an_editor(
    opened: Opened, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from contextlib import nullcontext

    uid = uid_of(mine, "Study visit")
    async with opened(mine) as session:
        await session.press("semicolon")
        assert session.app.screen.fields["note"].control is session.app.focused
        await session.type("ask again")
        await session.press("ctrl+s")
        assert stored(mine, uid).note == "ask again"
        editor = tmp_path / "editor"
        editor.write_text('#!/bin/sh\necho "and then again" >> "$1"\ntouch -d 2040-01-01 "$1"\n')
        editor.chmod(0o755)
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.setenv("EDITOR", str(editor))
        await session.press("semicolon", "ctrl+o")
        assert "✗" in str(session.app.screen.said.content), "there is no terminal to hand over"
        monkeypatch.setattr(session.app, "suspend", nullcontext)
        await session.press("ctrl+o")
        assert session.app.screen.fields["note"].text == "ask again\nand then again"
        await session.press("ctrl+s")
        assert stored(mine, uid).note == "ask again\nand then again"
        monkeypatch.delenv("EDITOR")
        await session.press("semicolon", "ctrl+o")
        assert "EDITOR" in str(session.app.screen.said.content)


async def test_pasted_attacks_stay_harmless_in_the_form(opened: Opened, mine: Path) -> None:
    from textual.events import Paste

    evil = "a\x1b[31mb\u202ec\nd"
    async with opened(mine) as session:
        await session.press("n")
        for name in ("title", "note"):
            control = session.app.screen.fields[name].control
            control.focus()
            control.post_message(Paste(evil))
            await session.settled()
            assert session.app.screen.fields[name].text.replace("\n", "").isprintable()
            assert session.app.screen.fields[name].text


# What was decided, as the detail pane tells it


async def test_history_and_how_it_is_read(opened: Opened, mine: Path) -> None:
    async with opened(mine, size=(120, 50)) as session:
        await session.search("ayritom", "enter", "c")
        await fill(session, date="13 May 2016", countries="UZ; AF; KZ")
        await session.press("ctrl+s", "a", "u")
        shown = " ".join(" ".join(line.plain for line in session.screen.detail.lines).split())
        assert "When ✎ 13 May 2016" in shown and "≠ read: May 2016" in shown and "≠ read without Kazakhstan" in shown
        assert "Countries ✎ " in shown
        assert "History undone by Aigul on 22 Nov 2017: " in shown, "the latest step stands first"
        assert "edited by Aigul on 22 Nov 2017: date: May 2016 → 13 May 2016" in shown
        await session.press("c")
        assert hint(session, "date") == "≠ read: May 2016" and hint(session, "countries") == "≠ read without Kazakhstan"


async def test_a_title_that_nobody_could_type_here_opens_all_the_same(opened: Opened, mine: Path) -> None:
    """The store is a file that other programs write to."""
    with open_store(mine, readonly=True) as store:
        facts = form_facts(store.connection, uid_of(mine, "Study visit"))
    assert facts.standing is not None
    settled = replace(facts.standing.settled, milestone=replace(facts.standing.milestone, title="Five!"))
    short = replace(facts.standing, settled=settled)
    async with opened(mine) as session:
        session.app.push_screen(FormScreen(mine, session.screen.today, replace(facts, standing=short), session.screen.ask, ""))
        await session.settled()
        assert "what happened, in 10 to 90 characters" in "\n".join(session.text())
