"""The tables of a store and how they came to be: migrations, in order, append-only.

Four layers, from the ground up: `source` and `article` (what was read), `reading` (what the importer last made of it), `change`
(what people decided), and `milestone` with its link tables (the result of `changes.settle`, which alone feeds queries).
`milestone.gone` is 0 while the latest reading of its source tells it, 1 if that no longer does but a person has touched it (it
stays in every list, flagged), 2 if nobody has (it is outside). `sentence` finds the source that a text is a new reading of.
`earlier_text` has the bytes of a source that later ones replaced, so that a folder with both changes nothing the second time.
`source.title` and `source.removed` are results too, made of `read_title`, `reads` (how often it was read) and changes.
The views are for Datasette and sqlite-utils: what lists show, in columns that need no explaining.
No default, trigger or statement holds a clock or a random value, so that the same SQL can run replicated.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from db.folding import searched_too

migrations = Migrations("milepost")

_TABLES = """
create table source (
  id integer primary key, uid text not null unique, file text not null, title text not null, sha256 text not null,
  text text not null, issue text, issue_basis text not null,
  importer text not null, notes text not null, read_at text not null, removed integer not null
) strict;

create index source_sha256 on source(sha256);

create table sentence (
  mark integer not null, source_id integer not null references source(id) on delete cascade, primary key (mark, source_id)
) strict, without rowid;
create index sentence_source on sentence(source_id);

create table article (
  id integer primary key, source_id integer not null references source(id) on delete cascade,
  nr integer not null, heading text not null, text text not null, unique (source_id, nr)
) strict;

create table reading (
  uid text primary key, source_id integer not null references source(id) on delete cascade,
  position integer not null, facts text not null, gone integer not null
) strict, without rowid;
create index reading_source on reading(source_id, position);

create table change (
  cid text primary key, step text not null, seq integer not null, base text, target text not null,
  field text not null, op text not null, old text, new text, who text not null, at text not null, why text not null
) strict, without rowid;
create index change_target on change(target, seq, cid);
create index change_step on change(step);
create index change_seq on change(seq, cid);

create table country (code text primary key, name text not null) strict, without rowid;

create table milestone (
  id integer primary key, uid text not null unique,
  source_id integer references source(id) on delete cascade, article_id integer references article(id) on delete set null,
  title text not null, quote text not null, place text not null, heading text not null,
  countries text not null, donors text not null, partners text not null, amounts text not null,
  date text not null, date_text text not null, basis text not null,
  start_day integer not null, end_day integer not null, month integer not null, rank integer not null, period text not null,
  kind text not null, level text not null, planned integer not null, series text not null, ordinal integer,
  status text not null, confidence real not null, note text not null, edited integer not null,
  spans text not null, quote_start integer not null, quote_end integer not null, reasons text not null,
  gone integer not null, merged_into text, position integer not null
) strict;
create index milestone_order on milestone(
  month desc, rank desc, period, start_day desc, end_day desc, uid,
  source_id, kind, status, gone, merged_into, level, planned, basis, edited
);
create index milestone_start on milestone(start_day, end_day);
create index milestone_kind on milestone(kind, month);
create index milestone_source on milestone(source_id, position);
create index milestone_hidden on milestone(source_id) where gone = 2 or merged_into is not null or status = 'rejected';
create index milestone_series on milestone(series, ordinal) where series <> '';

create table milestone_country (
  milestone_id integer not null references milestone(id) on delete cascade,
  code text not null, role text not null, primary key (code, milestone_id)
) strict, without rowid;
create index milestone_country_back on milestone_country(milestone_id, code, role);

create table milestone_donor (
  milestone_id integer not null references milestone(id) on delete cascade,
  name text not null, agency text not null, primary key (name, agency, milestone_id)
) strict, without rowid;
create index milestone_donor_back on milestone_donor(milestone_id, name, agency);

create table milestone_amount (
  milestone_id integer not null references milestone(id) on delete cascade,
  currency text not null, value real not null, primary key (milestone_id, currency, value)
) strict, without rowid;

create table saved_view (name text primary key, body text not null, at text not null) strict, without rowid;

-- sqlite-utils and Datasette know a full-text table by these double quotation marks
create virtual table milestone_fts using fts5(
  title, quote, place, donors, partners, heading,
  content="milestone", content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
create trigger milestone_ai after insert on milestone begin
  insert into milestone_fts(rowid, title, quote, place, donors, partners, heading)
  values (new.id, new.title, new.quote, new.place, new.donors, new.partners, new.heading);
end;
create trigger milestone_ad after delete on milestone begin
  insert into milestone_fts(milestone_fts, rowid, title, quote, place, donors, partners, heading)
  values ('delete', old.id, old.title, old.quote, old.place, old.donors, old.partners, old.heading);
end;
create trigger milestone_au after update on milestone begin
  insert into milestone_fts(milestone_fts, rowid, title, quote, place, donors, partners, heading)
  values ('delete', old.id, old.title, old.quote, old.place, old.donors, old.partners, old.heading);
  insert into milestone_fts(rowid, title, quote, place, donors, partners, heading)
  values (new.id, new.title, new.quote, new.place, new.donors, new.partners, new.heading);
end;
"""


@migrations()
def m001_tables(db: Database) -> None:
    """Every table of the first release."""
    for statement in _statements(_TABLES):
        db.conn.execute(statement)


_CARE = """
alter table source add column read_title text not null default '';
alter table source add column reads integer not null default 1;
update source set read_title = title;
create index change_merge on change(new, target) where field = 'merged_into';
create index change_who on change(who, seq, cid, step);

create view milestones as
select m.id, m.uid, m.date,
  case when m.start_day > 0 then date(m.start_day + 1721424.5) end as starts,
  case when m.end_day < 3652059 then date(m.end_day + 1721424.5) end as ends,
  m.title, m.kind, m.place,
  (select group_concat(name, ', ') from (
    select c.name from milestone_country mc join country c on c.code = mc.code where mc.milestone_id = m.id order by c.name
  )) as countries,
  m.donors, m.amounts, m.partners, m.series, m.ordinal, m.level,
  case m.planned when 1 then 'yes' else 'no' end as planned,
  m.quote, m.heading as article, s.title as source, s.file, s.issue,
  m.status, m.confidence, m.note, case m.edited when 1 then 'yes' else 'no' end as corrected
from milestone m left join source s on s.id = m.source_id
where m.gone < 2 and m.merged_into is null and m.status <> 'rejected' and coalesce(s.removed, 0) = 0;

create view milestones_by_country as
select c.name as country, mc.role, v.date, v.title, v.kind, v.place, v.donors, v.amounts, v.quote, v.source, v.status,
  mc.code, v.starts, v.ends, v.uid, v.id
from milestone_country mc join country c on c.code = mc.code join milestones v on v.id = mc.milestone_id;

create view milestones_by_donor as
select md.name as donor, md.agency, v.date, v.title, v.kind, v.place, v.countries, v.amounts, v.quote, v.source, v.status,
  v.starts, v.ends, v.uid, v.id
from milestone_donor md join milestones v on v.id = md.milestone_id;
"""


@migrations()
def m002_care(db: Database) -> None:
    """What people decide about sources, quick ways to merges and to one person's steps, views for other tools."""
    for statement in _statements(_CARE):
        db.conn.execute(statement)


@migrations()
def m003_views(db: Database) -> None:
    """A saved view knows how it was looked at: an object of texts by name, as JSON. Its `body` is the selection's query."""
    db.conn.execute("alter table saved_view add column looks text not null default '{}'")


_CITATIONS = """
create table milestone_citation (
  milestone_id integer not null references milestone(id) on delete cascade,
  proves text not null, quote text not null, spans text not null, quote_start integer not null, quote_end integer not null,
  primary key (milestone_id, proves)
) strict, without rowid;
alter table milestone_amount add column same_as text not null default '';
update milestone set confidence = 0.5 where edited = 1 and confidence < 0.5;
drop view milestones_by_donor;

create view milestones_by_donor as
select md.name as donor, md.agency, v.date, v.title, v.kind, v.place, v.countries, v.amounts, v.quote,
  (
    select c.quote from milestone_citation c where c.milestone_id = v.id
    and c.proves = 'donor:' || md.name || case md.agency when '' then '' else '/' || md.agency end
  ) as donor_quote,
  v.source, v.status, v.starts, v.ends, v.uid, v.id
from milestone_donor md join milestones v on v.id = md.milestone_id;
"""


@migrations()
def m004_citations(db: Database) -> None:
    """The words that prove a donor or an amount, where the milestone's quote does not; which amount says another one again.

    What a person corrected has been looked at, so that it is doubtful no more.
    """
    for statement in _statements(_CITATIONS):
        db.conn.execute(statement)


@migrations()
def m005_removed(db: Database) -> None:
    """A quick way to the removed sources, which every list leaves out: without it all of them are read, with their texts."""
    db.conn.execute("create index source_removed on source(removed)")


_EARLIER = """
create table earlier_text (
  sha256 text primary key, source_id integer not null references source(id) on delete cascade,
  importer text not null, issue text
) strict, without rowid;
create index earlier_text_source on earlier_text(source_id);
"""


@migrations()
def m006_earlier(db: Database) -> None:
    """The bytes that a later text of the same source has replaced, the importer that read them and the period they had."""
    for statement in _statements(_EARLIER):
        db.conn.execute(statement)


_SEARCHED = """
drop trigger milestone_ai;
drop trigger milestone_ad;
drop trigger milestone_au;
drop table milestone_fts;
alter table milestone add column written_out text not null default '';
create virtual table milestone_fts using fts5(
  title, quote, place, donors, partners, heading, written_out,
  content="milestone", content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
create trigger milestone_ai after insert on milestone begin
  insert into milestone_fts(rowid, title, quote, place, donors, partners, heading, written_out)
  values (new.id, new.title, new.quote, new.place, new.donors, new.partners, new.heading, new.written_out);
end;
create trigger milestone_ad after delete on milestone begin
  insert into milestone_fts(milestone_fts, rowid, title, quote, place, donors, partners, heading, written_out)
  values ('delete', old.id, old.title, old.quote, old.place, old.donors, old.partners, old.heading, old.written_out);
end;
create trigger milestone_au after update on milestone begin
  insert into milestone_fts(milestone_fts, rowid, title, quote, place, donors, partners, heading, written_out)
  values ('delete', old.id, old.title, old.quote, old.place, old.donors, old.partners, old.heading, old.written_out);
  insert into milestone_fts(rowid, title, quote, place, donors, partners, heading, written_out)
  values (new.id, new.title, new.quote, new.place, new.donors, new.partners, new.heading, new.written_out);
end;
"""


@migrations()
def m007_written_out(db: Database) -> None:
    """Full text search finds words that are printed with ligatures: a column has them in letters, of the cells that hold any."""
    cells = "title, quote, place, donors, partners, heading"
    pattern = "*[\ufb00-\ufb06]*"
    rows = db.conn.execute(f"select id, {cells} from milestone where {cells.replace(', ', ' || ')} glob ?", (pattern,)).fetchall()
    for statement in _statements(_SEARCHED):
        db.conn.execute(statement)
    db.conn.execute("insert into milestone_fts(milestone_fts) values ('rebuild')")
    db.conn.executemany("update milestone set written_out = ? where id = ?", [(searched_too(*told), key) for key, *told in rows])


def _statements(script: str) -> list[str]:
    """The statements of a script; a trigger's inner ones stay with it."""
    statements, begun = [], ""
    for line in script.splitlines(keepends=True):
        begun += line
        trigger = begun.lstrip().startswith("create trigger")
        if line.rstrip() == "end;" if trigger else line.rstrip().endswith(";"):
            statements.append(begun.strip())
            begun = ""
    return statements
