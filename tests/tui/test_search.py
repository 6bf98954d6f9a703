"""The search line, driven by keys and mouse over a real store: completion, earlier searches, and what is lit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from db.selection import parse
from db.terms import FIELDS

Opened = Any


def lit(session: Any) -> set[str]:
    """The words that are underlined anywhere on the screen, outside the search line."""
    found: set[str] = set()
    for number, strip in enumerate(session.app.screen._compositor.render_strips()):
        found |= {part.text for part in strip if number != 1 and part.style is not None and part.style.underline}
    return found


def begun(session: Any, words: str) -> bool:
    """Whether the words are lit, and nothing but them, cut or wrapped as they may be."""
    found = {part.lower().strip("…") for part in lit(session)}
    return bool(found) and all(part in words for part in found)


async def test_values_are_offered_with_counts(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        line = session.screen.search
        await session.press("slash")
        await session.type("country:")
        told = {offer.label: offer.count for offer in line.offers.offers}
        assert told["Kyrgyzstan"] == 6 and line.offers.display
        assert session.screen.top.shown == 13 and session.screen.chips.error == ""
        await session.type("uz")
        assert line.input.offer is None and session.screen.selection.text() == "country:uz"
        await session.type("be")
        assert session.screen.selection.text() == ""
        await session.press("right")
        assert line.input.value == "country:uzbekistan" and not line.offers.display
        await session.type(" kind:")
        told = {offer.label: offer.count for offer in line.offers.offers}
        assert told["training"] == 0 and told["opening"] == 2
        await session.press("down", "tab", "enter")
        assert session.screen.selection.text() == f"country:uz kind:{list(told)[1]}"
        assert session.app.focused is session.screen.timeline and not line.offers.display


async def test_every_field_offers_what_the_store_has(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        for field in (*FIELDS, "year"):
            await session.search(f"{field}:")
            offers = session.screen.search.offers.offers
            assert offers and offers[0].count > 0, field
            await session.press("right")
            shown = session.screen.top.shown
            assert session.screen.chips.error == "", field
            assert shown >= offers[0].count if field in {"after", "before"} else shown == offers[0].count, field


async def test_names_of_fields_and_slips(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        line = session.screen.search
        await session.press("slash")
        await session.type("coun")
        await session.press("right")
        assert line.input.value == "country:"
        await session.search("kind:trianing")
        assert "did you mean training" in session.screen.chips.error
        await session.press("tab")
        assert line.input.value == "kind:training" and session.screen.chips.error == ""
        await session.press("tab")
        assert session.app.focused is session.screen.detail


async def test_dates_count_from_today_as_people_type_them(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        line, chips = session.screen.search, session.screen.chips
        await session.search("date:last y")
        assert [(offer.label, offer.meaning) for offer in line.offers.offers] == [("last year", "2016")] and chips.error == ""
        assert any("last year" in row and " 2016 " in row for row in session.text())
        await session.type("ear kind:opening")
        assert line.input.value == "date:last year kind:opening" and chips.error == ""
        await session.press("enter")
        assert session.screen.selection == parse("date:2016 kind:opening") and line.input.value == "date:2016 kind:opening"
        await session.search("after:may")
        assert "“may” needs a year, such as may 2016" in chips.error


async def test_offers_can_be_clicked(opened: Opened, small: Path) -> None:
    async with opened(small, size=(45, 30)) as session:
        await session.search("donor:")
        offers = session.screen.search.offers
        assert offers.region.right <= 45
        await session.pilot.click(offers, offset=(4, 1))
        await session.settled()
        assert session.screen.search.input.value.startswith("donor:") and session.app.focused is session.screen.search.input
        assert len(session.screen.selection.terms) == 1


async def test_an_unfinished_value_is_told_where_one_leaves(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        await session.search("kind:opning", "enter")
        assert session.app.focused is session.screen.search.input
        assert "did you mean opening" in session.screen.chips.error


async def test_earlier_searches_come_back(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        line = session.screen.search
        for query in ("border", "country:kg", "border"):
            await session.search(query, "enter")
        await session.press("slash", "ctrl+u")
        await session.type("off")
        await session.press("up")
        assert line.input.value == "border" and session.screen.selection.text() == "border"
        await session.press("up", "up")
        assert line.input.value == "country:kg" and line.input.offer is None
        await session.press("down", "down")
        assert line.input.value == "off"
        await session.press("down")
        assert session.app.focused is session.screen.timeline and session.screen.selection.text() == "off"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (45, 30)])
async def test_what_is_sought_is_lit(opened: Opened, small: Path, size: tuple[int, int]) -> None:
    async with opened(small, size=size) as session:
        await session.search("liais", "enter")
        assert begun(session, "liais")
        await session.press("enter")
        assert begun(session, "liais")
        await session.search('"liaison office"', "enter")
        assert begun(session, "liaison office")
        await session.search("country:uz -border", "enter")
        assert not lit(session)


@pytest.mark.parametrize("size", [(110, 24), (80, 16), (45, 12)])
async def test_the_detail_begins_where_the_first_lit_word_is_seen(opened: Opened, small: Path, size: tuple[int, int]) -> None:
    async with opened(small, size=size) as session:
        await session.search("practised", "enter")
        assert session.screen.timeline.map.rows == 1
        assert not any(map(session.screen.timeline.finder.spans, session.titles())), "none says it in its title"
        if not session.screen.detail.display:
            await session.press("tab")
        assert lit(session)
        detail = session.screen.detail
        await session.press("escape")
        await session.search("", "enter")
        if detail.display:
            assert detail.scroll_offset.y == 0


async def test_without_colour_it_is_lit_too(opened: Opened, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(small) as session:
        monkeypatch.setattr(session.app, "no_color", True, raising=False)
        await session.search("liais", "enter")
        assert lit(session)


@pytest.mark.parametrize("key", ["end", "right", "left"])
async def test_a_second_search_replaces_the_first_unless_it_is_let_stand(opened: Opened, small: Path, key: str) -> None:
    async with opened(small) as session:
        await session.press("/", *"border", "enter", "/")
        assert session.screen.search.input.selected_text.strip() == "border"
        await session.press(*"japan", "enter")
        assert session.screen.selection == parse("japan")
        await session.press("/", "escape")
        assert session.screen.selection == parse("japan")
        await session.press("/", key)
        assert not session.screen.search.input.selected_text and session.screen.search.input.value.strip() == "japan"


async def test_a_second_search_keeps_what_is_filtered(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        await session.press("/", *"border", "enter")
        session.screen.select(session.screen.selection.toggle("country", "uz"))
        await session.settled()
        await session.press("/")
        assert session.screen.search.input.value == "country:uz border "
        await session.press(*"office", "enter")
        assert session.screen.selection == parse("country:uz office")
        await session.search("country:kg", "enter")
        await session.press("/", *"border", "enter")
        assert session.screen.selection == parse("country:kg border")


async def test_another_condition_is_typed_behind_those_that_are_there(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        await session.search("country:kg", "enter")
        await session.press("/", "end", *"border", "enter")
        assert session.screen.selection == parse("country:kg border")
        await session.press("/", "escape")
        assert session.screen.search.input.value == session.screen.selection.text() == "country:kg border"
        await session.press("/", "enter")
        assert session.screen.search.input.value == "country:kg border" and len(session.screen.past) == 2


@pytest.mark.parametrize("leave", ["click in the list", "click on a value", "tab"])
async def test_a_search_that_was_left_is_one_step(opened: Opened, small: Path, leave: str) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.search("country:uz", "enter")
        await session.press("slash", "end", *"office")
        if leave == "click in the list":
            await session.pilot.click("#timeline", offset=(10, 3))
        elif leave == "click on a value":
            await session.pilot.click("#filters", offset=(8, 3))
            await session.settled()
            await session.press("escape", "escape")
        else:
            await session.press("tab")
        await session.settled()
        assert screen.selection.text() == "country:uz office", leave
        screen.go_to_pane("timeline")
        await session.press("escape")
        assert screen.selection.text() == "country:uz"
        await session.press("escape")
        assert not screen.selection.terms


async def test_what_is_chosen_elsewhere_while_one_types_stands_in_the_line(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen, histogram = session.screen, session.screen.search.histogram
        await session.search("office")
        first = histogram.region.x + histogram._left
        await session.pilot.mouse_down(offset=(first, 1))
        await session.pilot.hover(offset=(first + 1, 1))
        await session.pilot.mouse_up(offset=(first + 1, 1))
        await session.settled()
        both = screen.selection.text()
        assert both.startswith("office date:") and screen.search.input.value == f"{both} "
        await session.type("kind:opening ")
        await session.press("enter")
        assert screen.selection.text() == f"{both} kind:opening"
        for text in (both, "office", ""):
            await session.press("escape")
            assert screen.selection.text() == text


async def test_everything_is_one_step_too(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        await session.search("office", "enter")
        await session.press("ctrl+x")
        assert not session.screen.selection.terms
        await session.press("escape")
        assert session.screen.selection.text() == "office"


@pytest.mark.parametrize("how", ["key", "click"])
async def test_plain_words_are_taken_as_fields(opened: Opened, small: Path, how: str) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.press("F")
        assert "No plain word" in session.said()[-1]
        await session.press("escape")
        await session.search("uzbekistan office", "enter")
        words = "F as fields: country:uz"
        assert words in session.text()[2]
        if how == "key":
            await session.press("F")
        else:
            await session.pilot.click(offset=(session.text()[2].index(words) + 4, 2))
            await session.settled()
        assert screen.selection.text() == "country:uz office" and words not in session.text()[2]
        screen.timeline.focus()
        await session.press("escape")
        assert screen.selection.text() == "uzbekistan office"
        await session.search("japan uzbekistan 1990", "enter")
        assert "F looks for the fields" in "\n".join(session.text())


async def test_the_chip_that_a_key_would_remove_is_in_view(opened: Opened, small: Path) -> None:
    async with opened(small, size=(45, 30)) as session:
        await session.search('"a phrase of so many words that no line has room for it" country:uz', "enter")
        session.screen.chips.focus()
        for shown in ("“a phrase", "Uzbekistan"):
            await session.settled()
            assert shown in session.text()[2]
            await session.press("right")


@pytest.mark.parametrize(("query", "keys", "text"), [("donor:jap", (), "donor:japan"), ("donor:un", ("down",), "donor:")])
async def test_enter_takes_the_value_that_is_offered(
    opened: Opened, small: Path, query: str, keys: tuple[str, ...], text: str
) -> None:
    async with opened(small) as session:
        await session.search(query, *keys)
        offered = session.screen.search.input.offer.text
        await session.press("enter")
        assert session.screen.selection == parse(offered) and offered.startswith(text)
        assert session.screen.top.shown > 0 and session.app.focused is session.screen.timeline
