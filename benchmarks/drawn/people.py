"""The people that lists and histories are about, as SQL: `people` with the columns of an exported list.

What makes real lists harder than random ones: a few names, companies, titles and places hold a good share of the rows and
a long tail holds the rest; one company is written in several ways; colleagues share a place and a form of address; one
row in some thirty is empty, shouted, annotated, misspelled or twice there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drawn import words

MACROS = """
    CREATE MACRO share(i, salt) AS (hash(i * 128 + salt + {seed} * 100000000000) % 4294967291) / 4294967291.0;
    CREATE MACRO ranked(share, size, evenness) AS
      CAST(floor(evenness * pow((size + evenness) / evenness, share) - evenness) AS BIGINT);
    CREATE MACRO scattered(i, size) AS i * 7919 % size;
    CREATE MACRO latin(text) AS regexp_replace(lower(strip_accents(replace(text, 'ø', 'o'))), '[^a-z]', '', 'g');
"""
"""share: in [0, 1), for salts below 128; ranked: Zipf-Mandelbrot, the larger `evenness` the less the first ranks hold."""

EVENNESS = 20.0
"""The forty most usual first names then belong to a third of all people, and the largest company to one in 160."""


def create_people(count: int, companies: int, seed: int) -> Iterator[str]:
    """Yield the statements that create the table `people` (i, email, first, last, company, title, country …)."""
    yield MACROS.format(seed=seed)
    yield _names("first_names", words.FIRST_NAMES, words.FIRST_STARTS, words.FIRST_MIDDLES, words.FIRST_ENDS)
    yield _names("last_names", words.LAST_NAMES, words.LAST_STARTS, words.LAST_MIDDLES, words.LAST_ENDS)
    yield _titles()
    yield _places()
    yield _companies(companies)
    yield _people(count, companies)


def companies_of(recipients: int) -> int:
    """Return how many companies a list of this length is about: 40 of 100, 63,000 of a million."""
    return round(recipients**0.8)


def sql_list(values: Sequence[str]) -> str:
    """Return the values as an SQL list of texts."""
    return "[" + ", ".join("'" + value.replace("'", "''") + "'" for value in values) + "]"


def _names(table: str, known: Sequence[str], starts: Sequence[str], middles: Sequence[str], ends: Sequence[str]) -> str:
    """Usual names, then all that can be put together of syllables."""
    size = len(starts) * len(middles) * len(ends)
    return f"""
        CREATE TABLE {table} AS
        SELECT i AS number, {sql_list(known)}[1 + i] AS name
        FROM range({len(known)}) AS numbers(i)
        UNION ALL
        SELECT {len(known)} + i,
          {sql_list(starts)}[1 + scattered(i, {size}) % {len(starts)}]
            || {sql_list(middles)}[1 + scattered(i, {size}) // {len(starts)} % {len(middles)}]
            || {sql_list(ends)}[1 + scattered(i, {size}) // {len(starts) * len(middles)}]
        FROM range({size}) AS numbers(i)"""


def _titles() -> str:
    return f"""
        CREATE TABLE titles AS
        SELECT row_number() OVER (ORDER BY hash(title)) - 1 AS number, title
        FROM (
          SELECT level || function || tail AS title
          FROM (SELECT unnest({sql_list(words.LEVELS)}) AS level) AS levels
          CROSS JOIN (SELECT unnest({sql_list(words.FUNCTIONS)}) AS function) AS functions
          CROSS JOIN (SELECT unnest({sql_list(words.TITLE_TAILS)}) AS tail) AS tails
        ) AS combined"""


def _places() -> str:
    return f"""
        CREATE TABLE places AS
        SELECT number, part[1] AS country, NULLIF(part[2], '') AS region, part[3] AS city, part[4] AS suffix
        FROM (
          SELECT row_number() OVER () - 1 AS number, string_split(line, '|') AS part
          FROM (SELECT unnest({sql_list(words.PLACES)}) AS line) AS lines
        ) AS split"""


def _companies(count: int) -> str:
    starts, middles, ends = words.COMPANY_STARTS, words.COMPANY_MIDDLES, words.COMPANY_ENDS
    sizes = len(starts), len(starts) * len(middles), len(starts) * len(middles) * len(ends)
    return f"""
        CREATE TABLE companies AS
        SELECT number, name || ' ' || trade AS company, form, place, pattern, owner,
          lower(name) || '-' || lower(trade) || '.' || suffix AS domain
        FROM (
          SELECT i AS number,
            {sql_list(starts)}[1 + mixed % {sizes[0]}]
              || {sql_list(middles)}[1 + mixed // {sizes[0]} % {len(middles)}]
              || {sql_list(ends)}[1 + mixed // {sizes[1]} % {len(ends)}] AS name,
            {sql_list(words.TRADES)}[1 + mixed // {sizes[2]} % {len(words.TRADES)}] AS trade,
            {sql_list(words.LEGAL_FORMS)}[1 + ranked(share(i, 41), {len(words.LEGAL_FORMS)}, 2.0)] AS form,
            {sql_list(words.OWNERS)}[1 + ranked(share(i, 42), {len(words.OWNERS)}, 0.3)] AS owner,
            ranked(share(i, 43), {len(words.PLACES)}, 4.0) AS place,
            share(i, 44) AS pattern
          FROM (SELECT i, scattered(i, {sizes[2] * len(words.TRADES)}) AS mixed FROM range({count}) AS numbers(i)) AS all_of
        ) AS named
        JOIN (SELECT number AS place, suffix FROM places) AS located USING (place)"""


def _people(count: int, companies: int) -> str:
    """One person in 160 is an earlier one again; of two with one address, the second gets a number."""
    again = "CASE WHEN i > 10 AND share(i, 1) < 0.006 THEN CAST(floor(i * share(i, 2)) AS BIGINT) ELSE i END"
    return f"""
        CREATE TABLE people AS
        SELECT i, first, last, company, title, country, region, city, owner, source,
          CASE
            WHEN fault < 0.002 THEN upper(email)
            WHEN fault < 0.003 THEN ' ' || email
            WHEN fault < 0.0035 THEN replace(email, '@', '')
            WHEN fault < 0.004 THEN replace(email, '.', ',')
            ELSE email
          END AS email
        FROM (
          SELECT i, share(i, 3) AS fault, owner, source, title, region, city,
            {_faulty_name("first", "p", 4)} AS first,
            {_faulty_name("last", "p", 5)} AS last,
            CASE WHEN share(p, 6) < 0.03 THEN NULL WHEN share(p, 6) < 0.06 THEN upper(company)
              WHEN share(p, 6) < 0.7 THEN company || form ELSE company END AS company,
            CASE WHEN share(p, 7) < 0.05 AND country = 'United States' THEN 'USA' ELSE country END AS country,
            local || CASE WHEN namesake > 1 THEN CAST(namesake AS VARCHAR) ELSE '' END || '@' || host AS email
          FROM (
            SELECT *, dense_rank() OVER (PARTITION BY local, host ORDER BY p) AS namesake
            FROM ({_drawn(count, companies, again)}) AS drawn
          ) AS numbered
        ) AS written
        ORDER BY i"""


def _faulty_name(name: str, person: str, salt: int) -> str:
    fault = f"share({person}, {salt})"
    return f"""CASE
              WHEN {fault} < 0.006 THEN upper({name})
              WHEN {fault} < 0.012 THEN lower({name})
              WHEN {fault} < 0.018 THEN NULL
              WHEN {fault} < 0.020 THEN {name} || ' '
              WHEN {fault} < 0.0215 THEN {name} || ' (left)'
              WHEN {fault} < 0.022 THEN 'n/a'
              WHEN {fault} < 0.03 THEN replace(replace({name}, 'é', 'Ã©'), 'ü', 'Ã¼')
              WHEN {fault} < 0.05 THEN {name} || ' ' || chr(CAST(65 + 26 * share({person}, {salt} + 10) AS INTEGER) % 26 + 65) || '.'
              ELSE {name} END"""


def _drawn(count: int, companies: int, again: str) -> str:
    providers = f"{sql_list(words.MAILBOX_PROVIDERS)}[1 + ranked(share(p, 26), {len(words.MAILBOX_PROVIDERS)}, 1.0)]"
    first_names = len(words.FIRST_NAMES) + len(words.FIRST_STARTS) * len(words.FIRST_MIDDLES) * len(words.FIRST_ENDS)
    last_names = len(words.LAST_NAMES) + len(words.LAST_STARTS) * len(words.LAST_MIDDLES) * len(words.LAST_ENDS)
    titles = len(words.LEVELS) * len(words.FUNCTIONS) * len(words.TITLE_TAILS)
    return f"""
        SELECT i, p, f.name AS first, l.name AS last, c.company, c.form, c.owner,
          CASE WHEN share(p, 27) >= 0.04 THEN t.title END AS title, o.country, o.region,
          CASE WHEN share(p, 28) < 0.7 THEN o.city END AS city,
          {sql_list(words.SOURCES)}[1 + ranked(share(p, 29), {len(words.SOURCES)}, 2.0)] AS source,
          CASE WHEN share(p, 25) < 0.05 THEN {providers} ELSE c.domain END AS host,
          CASE
            WHEN share(p, 25) < 0.05 THEN latin(f.name) || latin(l.name)
            WHEN share(p, 25) > 0.99 THEN {sql_list(words.ROLES)}[1 + ranked(share(p, 31), {len(words.ROLES)}, 1.0)]
            WHEN c.pattern < 0.55 THEN latin(f.name) || '.' || latin(l.name)
            WHEN c.pattern < 0.8 THEN left(latin(f.name), 1) || latin(l.name)
            WHEN c.pattern < 0.9 THEN latin(f.name)
            ELSE latin(f.name) || '_' || latin(l.name)
          END AS local
        FROM (SELECT i, {again} AS p FROM range({count}) AS numbers(i)) AS people
        JOIN companies AS c ON c.number = ranked(share(p, 20), {companies}, {EVENNESS})
        JOIN first_names AS f ON f.number = ranked(share(p, 21) * (0.3 + 0.7 * share(p, 21)), {first_names}, {EVENNESS})
        JOIN last_names AS l ON l.number = ranked(share(p, 22), {last_names}, {EVENNESS})
        JOIN titles AS t ON t.number = ranked(share(p, 23), {titles}, {EVENNESS})
        JOIN places AS o ON o.number = CASE
          WHEN share(p, 24) < 0.8 THEN c.place ELSE ranked(share(p, 30), {len(words.PLACES)}, 4.0) END"""
