"""Of several people at one company the one stays for whom the email matters most.

In this order: who has a relationship with the sender (the list states one, or the sender owns the account; then, the
sender wrote before), who engaged with earlier emails (answered, clicked, opened), who is the more senior, whose row is
the fullest, whose row comes first.
"""

from __future__ import annotations

from collections.abc import Iterator

from sigcheck.engine import Engine
from sigcheck.facts.titles import SENIORITIES
from sigcheck.fixes.drop_recipient import rows_of
from sigcheck.fixes.edits import Edit, RowEdit, Withheld
from sigcheck.fixes.filled_cells import filled_cells_sql
from sigcheck.fixes.fix import Fix, Found, Situation, Stage
from sigcheck.relations import Column

_COLUMNS = (Column("finding", "INTEGER", ""), Column("row", "INTEGER", ""))


def _propose(situation: Situation) -> Iterator[Edit | Withheld]:
    for code, found in situation.found.items():
        ranked = _ranked(situation.engine, found, situation.gone)
        reasons = [found.run.wording(record) for record in found.records]
        for finding, row in ranked:
            yield RowEdit(FIX.name, code, row, f"{reasons[finding]}; somebody else there was kept")


def _ranked(engine: Engine, found: Found, gone: frozenset[int]) -> list[tuple[int, int]]:
    """Return finding and row of everybody beyond the best of their company, in the order of the list."""
    rows = [(number, row) for number, record in enumerate(found.records) for row in rows_of(record) - gone]
    engine.create("company_rows", _COLUMNS, rows)
    beyond = engine.query(
        _RANKING.format(seniority=_seniority_rank(), filled=filled_cells_sql(engine, "r")),
        {"most": found.parameter("max_per_company")},
    ).rows
    engine.drop("company_rows")
    return [(finding, row) for finding, row in beyond]


def _seniority_rank() -> str:
    ranks = " ".join(f"WHEN '{level}' THEN {rank}" for rank, level in enumerate(SENIORITIES))
    return f"CASE r.seniority {ranks} ELSE {len(SENIORITIES)} END"


_RANKING = """
    WITH earlier AS (
      SELECT
        e.row,
        max(CASE WHEN e.kind = 'signature' AND coalesce(e.sender, r.sender) = r.sender THEN 1 ELSE 0 END) AS is_known,
        max(CASE WHEN e.replied THEN 3 WHEN e.clicked THEN 2 WHEN e.opened THEN 1 ELSE 0 END) AS engagement
      FROM received_emails AS e
      JOIN recipients AS r
        ON r.row = e.row
      WHERE e.source = 'history'
      GROUP BY e.row
    ),
    people AS (
      SELECT
        c.finding,
        r.row,
        CASE
          WHEN trim(r.relationship) <> '' THEN 2
          WHEN r.owner_key = s.person_key OR strpos(lower(r.owner), r.sender) > 0 THEN 2
          ELSE coalesce(e.is_known, 0)
        END AS relationship,
        coalesce(e.engagement, 0) AS engagement,
        {seniority} AS seniority_rank,
        {filled} AS filled
      FROM company_rows AS c
      JOIN recipients AS r
        ON r.row = c.row
      LEFT JOIN senders AS s
        ON s.email = r.sender
      LEFT JOIN earlier AS e
        ON e.row = r.row
    )
    SELECT finding, row
    FROM (
      SELECT
        finding,
        row,
        row_number() OVER (
          PARTITION BY finding
          ORDER BY relationship DESC, engagement DESC, seniority_rank, filled DESC, row
        ) AS place
      FROM people
    ) AS ranked
    WHERE place > $most
    ORDER BY row"""

FIX = Fix("one-per-company", "keep the one person at each company for whom it matters most", Stage.ROWS, _propose)
