"""The history as SQL: campaign after campaign over two years, to people of the list and to others."""

from __future__ import annotations

from drawn.people import sql_list

CAMPAIGNS = 240
TOPICS = (
    "Warehouse report|Spring webinar|Trade fair|Pallet guide|Customer story|Price update|Fleet survey|Partner day|"
    "Summer offer|Product news|Safety checklist|Cost calculator"
).split("|")
QUESTIONS = (
    "Your pallet count|A question about your warehouse|Thursday?|Quick question|Coffee in March|Your dock times"
).split("|")
SENDERS = "ana.ruiz ben.cole carla.ott dev.shah eva.lind".split()


def history(count: int, recipients: int, people: int) -> str:
    """Return the query for `count` emails; the first `recipients` of `people` are in the list.

    A quarter of the campaigns is signature-driven and goes out over days, the rest is branded and goes out in an hour.
    The first of the list, as the oldest contacts, got the most; how much somebody opens is that person's habit.
    """
    of_list = f"CAST(floor((0.1 + 0.9 * share(i, 61)) * share(i, 61) * {recipients}) AS BIGINT)"
    of_others = f"CAST({recipients} + floor(share(i, 62) * {people - recipients}) AS BIGINT)"
    length = f"len({sql_list(TOPICS)})"
    return f"""
        SELECT email,
          TIMESTAMP '2024-12-02 14:00:00' + to_days(CAST(campaign * 3 AS INTEGER))
            + to_seconds(CAST(floor(share(i, 63) * CASE WHEN is_signed THEN 180000 ELSE 3600 END) AS BIGINT)) AS sent_at,
          CASE WHEN is_signed THEN 'signature' ELSE 'branded' END AS kind,
          CASE WHEN is_signed THEN 'Outreach ' ELSE 'Campaign ' END || campaign AS campaign,
          CASE WHEN is_signed THEN {sql_list(SENDERS)}[1 + campaign % {len(SENDERS)}] ELSE 'news' END
            || '@northwind.com' AS sender,
          CASE WHEN is_signed THEN {sql_list(QUESTIONS)}[1 + campaign % {len(QUESTIONS)}]
            ELSE {sql_list(TOPICS)}[1 + campaign % {length}] || ' ' || campaign END AS subject,
          share(i, 64) < habit * habit * 0.7 AS opened,
          share(i, 64) < habit * habit * 0.04 AS clicked,
          share(i, 64) < habit * habit * 0.01 AS replied
        FROM (
          SELECT i, campaign, campaign % 4 = 3 AS is_signed, person, share(person, 65) AS habit
          FROM (
            SELECT i, i * {CAMPAIGNS} // {count} AS campaign,
              CASE WHEN share(i, 60) < 0.6 THEN {of_list} ELSE {of_others} END AS person
            FROM range({count}) AS numbers(i)
          ) AS drawn
        ) AS sent
        JOIN (SELECT i AS person, email FROM people) AS p USING (person)"""


def opt_outs(recipients: int) -> str:
    """Return the query for those who opted out: few of the list, many who are off it for that reason."""
    return f"""
        SELECT email, TIMESTAMP '2026-11-20' - to_days(CAST(floor(share(i, 66) * 700) AS INTEGER)) AS since
        FROM people
        WHERE share(i, 67) < CASE WHEN i < {recipients} THEN 0.001 ELSE 0.1 END
        ORDER BY i"""
