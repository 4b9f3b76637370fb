"""What DuckDB says about odd values, Spark has to say too."""

from datetime import date, datetime

import pytest

from sigcheck.engine.duckdb import DuckDBEngine
from sigcheck.relations import Column

pytestmark = pytest.mark.spark

COLUMNS = [
    Column("n", "INTEGER", ""),
    Column("s", "VARCHAR", ""),
    Column("t", "VARCHAR", ""),
    Column("moment", "TIMESTAMP", ""),
    Column("day", "DATE", ""),
    Column("x", "DOUBLE", ""),
    Column("words", "VARCHAR[]", ""),
]
ROWS = [
    (1, "Dana Lee", "Lee", datetime(2026, 11, 29, 23, 59, 59), date(2026, 11, 29), 0.1, ["a", "b"]),
    (2, "  Élodie\u00a0d'Été \u3000", "été", datetime(2026, 11, 30, 0, 0), date(2026, 12, 1), 2.5, []),
    (
        3,
        "ΟΔΥΣΣΕΥΣ İstanbul STRAẞE straße",
        "σ",
        datetime(2024, 2, 29, 12, 14, 59, 999_999),
        date(1970, 1, 1),
        -7.0,
        ["x"],
    ),
    (4, "", "", datetime(1999, 12, 31, 23, 45), date(2000, 1, 2), 0.0, None),
    (5, None, "x", None, None, None, ["Dana Lee", None]),
    (6, "a.b+c@Example.COM", "a.b", datetime(2026, 1, 1), date(2026, 1, 4), 1e9, ["a"]),
    (7, "50% off\\ [now] (a+)+$ \U0001f600\n2nd line", "%\\", datetime(2026, 3, 29, 1, 30), date(2026, 3, 29), 3.0, []),
    (8, "2026-12-01T09:10:00+02:00", "01.12.2026 9:05", datetime(2026, 6, 1), date(2026, 6, 7), 9.99, ["é"]),
    (9, "2026-12-01 09:10", "12/31/2026", datetime(2026, 6, 1, 5), date(2026, 6, 8), 100.0, ["2"]),
    (10, "2026-02-30", "20261231", datetime(2026, 6, 1, 5), date(2026, 6, 8), 100.0, ["2"]),
    (11, "Kelvin K ſ", "K", datetime(2026, 6, 1, 5), date(2026, 6, 8), 100.0, ["2"]),
]
EXPRESSIONS = """
lower(s)
upper(s)
trim(s)
trim(s, ' ande')
ltrim(s, ' D')
rtrim(s, '$)+ ')
length(s)
concat(s, n, NULL, t)
concat_ws('-', s, NULL, t)
s || t
replace(lower(s), 'e', '')
substring(s, 2, 3)
strpos(s, t)
split_part(s, '@', -1)
split_part(s, ' ', 2)
starts_with(s, t)
contains(s, t)
ends_with(s, t)
translate(s, 'ae', 'ea')
left(s, 2)
s LIKE concat('%', t, '%')
s LIKE '%!%%' ESCAPE '!'
s ILIKE '%DANA%'
md5(s)
sha1(s)
sha256(s)
levenshtein(s, t)
regexp_matches(s, '(?i)\\bdana\\b')
regexp_matches(s, '(?i)k')
regexp_matches(s, '^[^[]+$')
regexp_matches(s, '\\s$')
regexp_matches(s, '\\p{Lu}')
regexp_matches(lower(s), concat('^', lower(split_part(s, ' ', 1))))
regexp_full_match(s, '.*')
regexp_extract(s, '([a-z]+)[^a-z]+([a-z]+)', 2)
regexp_extract(s, '[0-9]+')
regexp_extract(s, $pattern, 1)
regexp_replace(s, '[aeiou]', '_')
regexp_replace(s, '[aeiou]', '_', 'g')
regexp_replace(s, '(\\w+) (\\w+)', '\\2 \\1')
regexp_extract_all(s, '\\p{L}+')
date_diff('day', moment, TIMESTAMP '2026-11-30 12:00:00')
date_diff('hour', moment, TIMESTAMP '2026-11-30 12:00:00')
date_diff('month', moment, TIMESTAMP '2026-11-30 12:00:00')
date_diff('week', moment, TIMESTAMP '2026-11-30 12:00:00')
date_diff('day', day, CAST(moment AS DATE))
date_trunc('hour', moment)
date_trunc('month', moment)
date_trunc('hour', moment) + floor(minute(moment) / 15) * INTERVAL 15 MINUTE
moment + $days * INTERVAL 1 DAY
moment - day
isodow(moment)
hour(moment) * 60 + minute(moment)
year(moment) * 12 + month(moment)
CAST(moment AS DATE)
CAST(moment AS VARCHAR)
CAST(day AS VARCHAR)
strftime(moment, '%A')
strftime(moment, '%Y-%m-%d %H:%M')
TRY_CAST(s AS TIMESTAMP)
TRY_CAST(s AS TIMESTAMPTZ) AT TIME ZONE 'UTC'
TRY_CAST(s AS DATE)
try_strptime(t, ['%d.%m.%Y %H:%M', '%m/%d/%Y', '%Y%m%d'])
n / 2
n // 2
n % 3
100.0 * n / 7 > 50
floor(100.0 * n / 3)
x * 0.1
CAST(x AS BIGINT)
coalesce(s, t, 'none')
nullif(s, '')
least(n, 3)
greatest(x, n)
abs(x)
n BETWEEN 2 AND 4
s IN ('Dana Lee', '')
list_contains(words, 'a')
array_sort(words)
array_slice(words, 1, 1)
array_slice(array_sort(words), 2, 6)
array_slice(words, 2, 1)
list_contains($none, s)
list_contains($some, s)
CASE n WHEN 1 THEN 'one' ELSE s END
t IS NOT DISTINCT FROM s
row_number() OVER (ORDER BY s, n)
lag(s) OVER (ORDER BY n)
first_value(s) OVER (ORDER BY x DESC, n)
count(*) OVER (PARTITION BY x)
sum(n) OVER (ORDER BY n)
""".strip().split("\n")  # fmt: skip
AGGREGATES = """
count(*)
count(s)
count(DISTINCT x)
count(*) FILTER (WHERE n > 3)
sum(n)
sum(n) + 0
avg(CASE WHEN n > 3 THEN 0.0 ELSE 1.0 END)
min(s)
max(moment)
arg_min(s, x)
arg_min(s, n)
arg_max(t, n)
bool_or(n > 10)
bool_and(n > 0)
concat(count(DISTINCT s) - 2, ' more')
strftime(TIMESTAMP '2000-01-01 00:00:00' + min(n) * INTERVAL 1 MINUTE, '%H:%M')
min(CASE WHEN regexp_matches(s, '[A-Z]') THEN n END)
max(regexp_extract(s, '[a-z]+'))
EXISTS (SELECT 1 FROM odd WHERE n > 10)
""".strip().split("\n")  # fmt: skip
PARAMETERS = {"pattern": "(?i)(a.)", "days": 3, "none": [], "some": ["", "Dana Lee"]}


def columns(expressions):
    return ", ".join(f"{expression} AS a{number}" for number, expression in enumerate(expressions))


def used(query):
    return {name: value for name, value in PARAMETERS.items() if f"${name}" in query}


def both(engine, query):
    reference = DuckDBEngine()
    try:
        reference.create("odd", COLUMNS, ROWS)
        expected = reference.query(query, used(query)).rows
    finally:
        reference.close()
    engine.create("odd", COLUMNS, ROWS)
    return expected, engine.query(query, used(query)).rows


def differences(expressions, expected, found):
    return [
        (expression, row[0] if len(expected) > 1 else None, row[number], other[number])
        for row, other in zip(expected, found, strict=True)
        for number, expression in enumerate(expressions)
        if row[number] != other[number]
    ]


def test_an_expression_over_odd_values_gives_the_same_on_both_engines(engine):
    expressions = ["n", *EXPRESSIONS]
    expected, found = both(engine, f"SELECT {columns(expressions)} FROM odd ORDER BY n")
    assert differences(expressions, expected, found) == []


def test_an_aggregate_over_odd_values_gives_the_same_on_both_engines(engine):
    expected, found = both(engine, f"SELECT {columns(AGGREGATES)} FROM odd")
    assert differences(AGGREGATES, expected, found) == []


@pytest.mark.parametrize(
    "query",
    [
        "SELECT s FROM odd ORDER BY s, n",
        "SELECT string_agg(t, ',' ORDER BY n DESC) AS x FROM odd",
        "SELECT s FROM odd ORDER BY s DESC, n",
        "SELECT t, s FROM odd ORDER BY ALL",
        "SELECT x, count(*) FROM odd GROUP BY ALL ORDER BY x",
        "SELECT DISTINCT trim(regexp_replace(lower(s), '[\\s?!.…]+', ' ', 'g')) AS w FROM odd ORDER BY w",
        "SELECT trim(regexp_replace(lower(s), '[aeiou]+', ' ', 'g')) AS w, max(n) FROM odd GROUP BY 1 ORDER BY 1",
        "SELECT n, word FROM (SELECT n, unnest(words) AS word FROM odd) AS w ORDER BY n, word",
        "SELECT unnest($some) AS entry FROM odd WHERE n = 1 ORDER BY entry",
        "WITH a AS (SELECT n, s FROM odd WHERE n < 4) SELECT a.n, b.n FROM a JOIN odd AS b"
        " ON regexp_matches(b.s, '^' || substring(a.s, 1, 1)) ORDER BY 1, 2",
        "SELECT a.n, b.n FROM odd AS a LEFT JOIN odd AS b ON a.s IS NOT DISTINCT FROM b.t AND a.n > b.n ORDER BY 1, 2",
        "SELECT n FROM odd WHERE s NOT IN (SELECT t FROM odd WHERE t IS NOT NULL) ORDER BY n",
        "SELECT n FROM odd WHERE row_n < 3 ORDER BY n".replace("row_n", "n"),
        "SELECT 1 AS one FROM odd HAVING count(*) > 10",
        "SELECT CAST(NULL AS VARCHAR) AS file, NULL AS related_rows, n FROM odd WHERE n = 1 UNION ALL"
        " SELECT s, array_agg(n), max(n) FROM odd WHERE n < 3 GROUP BY s ORDER BY 3",
    ],
)
def test_a_query_over_odd_values_gives_the_same_on_both_engines(engine, query):
    expected, found = both(engine, query)
    assert found == expected
