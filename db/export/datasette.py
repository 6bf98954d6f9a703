"""A `datasette.yaml` for a store: its views first, with the full-text search that Datasette cannot find for a view by itself."""

from __future__ import annotations

from db.export.escaping import quoted

_VIEWS = {
    "milestones": ("What was done where and when, and where it says so", "date"),
    "milestones_by_country": ("One row for each country of a milestone", "country"),
    "milestones_by_donor": ("One row for each donor of a milestone", "donor"),
}
_HIDDEN = (
    "article", "change", "country", "milestone", "milestone_amount", "milestone_citation", "milestone_country", "milestone_donor",
    "earlier_text", "reading", "saved_view", "sentence", "source",
)  # fmt: skip


def to_datasette(database: str) -> str:
    """The YAML text; `database` is the name of the store's file without its ending.

    Datasette 1 takes it as `-c datasette.yaml`, Datasette 0.65 as `-m datasette.yaml`.
    """
    lines = ["title: Milepost", "databases:", f"  {quoted(database)}:", "    tables:"]
    for view, (told, facet) in _VIEWS.items():
        lines += [
            f"      {view}:",
            f"        description: {quoted(told)}",
            "        fts_table: milestone_fts",
            "        fts_pk: id",
            "        sort_desc: starts",
            "        facets:",
            *(f"        - {column}" for column in dict.fromkeys((facet, "kind", "status")) if column != "date"),
        ]
    lines += [line for table in _HIDDEN for line in (f"      {table}:", "        hidden: true")]
    return "\n".join(lines) + "\n"
