"""Ways in which a rule from a stranger's pull request might try to get out of its cage.

`{secret}` is a file that nobody may read, `{target}` one that nobody may write, `{folder}` where both would be. What is
in the file, and in the environment variable SIGCHECK_CANARY, is CANARY.
"""

from __future__ import annotations

CANARY = "canary-7f3a"

READS_FILES = {
    "read_csv": "SELECT * FROM read_csv('{secret}')",
    "read_csv with settings": "SELECT * FROM read_csv('{secret}', header = false, columns = {'x': 'VARCHAR'})",
    "read_text": "SELECT content AS x FROM read_text('{secret}')",
    "read_blob": "SELECT content AS x FROM read_blob('{secret}')",
    "read_json": "SELECT * FROM read_json('{secret}')",
    "read_parquet": "SELECT * FROM read_parquet('{secret}')",
    "parquet_metadata": "SELECT * FROM parquet_metadata('{secret}')",
    "sniff_csv": "SELECT * FROM sniff_csv('{secret}')",
    "glob": "SELECT file AS x FROM glob('{folder}/*')",
    "file as a table": "SELECT * FROM '{secret}'",
    "file as a quoted table": 'SELECT * FROM "{secret}"',
    "file in a subquery": "SELECT row FROM recipients WHERE email IN (SELECT x FROM read_csv('{secret}') AS t(x))",
    "file in a part of the query": "WITH q AS (SELECT * FROM read_text('{secret}')) SELECT content AS x FROM q",
    "file named like a part of the query": (
        'SELECT * FROM \'{secret}\' WHERE EXISTS (WITH "{secret}" AS (SELECT 1) SELECT * FROM "{secret}")'
    ),
    "file by a parameter": "SELECT * FROM read_text($file)",
    "file behind a comment": "SELECT/**/*/**/FROM/**/read_text/**/('{secret}')",
    "file in capitals": "SELECT * FROM READ_TEXT('{secret}')",
    "function in quotes": "SELECT * FROM \"read_text\"('{secret}')",
    "function of a schema": "SELECT * FROM system.main.read_text('{secret}')",
    "function as a method": "SELECT * FROM query_table(['{secret}'])",
    "query in a query": "SELECT * FROM query('SELECT * FROM read_text(''{secret}'')')",
    "serialized query": "SELECT * FROM json_execute_serialized_sql('{}')",
    "attached database": "ATTACH '{secret}' AS other",
    "import": "IMPORT DATABASE '{folder}'",
    "SQLite": "SELECT * FROM sqlite_scan('{secret}', 't')",
    "read_duckdb": "SELECT * FROM read_duckdb('{secret}')",
}

WRITES = {
    "COPY": "COPY (SELECT 1) TO '{target}'",
    "EXPORT": "EXPORT DATABASE '{target}'",
    "CREATE TABLE": "CREATE TABLE x AS SELECT 1 AS x",
    "DELETE": "DELETE FROM suppressions",
    "DELETE in a part of the query": "WITH gone AS (DELETE FROM recipients RETURNING row) SELECT row FROM gone",
    "UPDATE in a part of the query": "WITH q AS (UPDATE plan SET name = 'x' RETURNING name) SELECT name AS x FROM q",
    "second statement": "SELECT 1 AS x; DROP TABLE recipients",
    "second statement behind a comment": "SELECT 1 AS x --\n; DROP TABLE recipients",
    "statement before": "DROP TABLE recipients; SELECT 1 AS x",
    "statement in dollar quotes": "SELECT $$;$$ AS x; DROP TABLE recipients",
    "statement behind an odd space": "SELECT 1 AS x\u00a0;\u2028DROP TABLE recipients",
    "log": "SELECT write_log('x') AS x",
    "sequence": "SELECT nextval('x') AS x",
    "checkpoint": "SELECT * FROM force_checkpoint()",
}

REACHES_NETWORK = {
    "http": "SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')",
    "https as a table": "SELECT * FROM 'https://127.0.0.1:9/x.parquet'",
    "S3": "SELECT * FROM read_parquet('s3://bucket/x.parquet')",
    "PostgreSQL": "SELECT * FROM postgres_scan('host=127.0.0.1', 'public', 't')",
    "MySQL": "SELECT * FROM mysql_query('db', 'SELECT 1')",
}

CHANGES_THE_ENGINE = {
    "INSTALL": "INSTALL httpfs",
    "LOAD": "LOAD httpfs",
    "SET": "SET enable_external_access = true",
    "SET in a comment's clothes": "/* SELECT */ SET threads = 1",
    "RESET": "RESET lock_configuration",
    "PRAGMA": "PRAGMA enable_profiling",
    "logging": "SELECT * FROM enable_logging()",
    "profiling": "SELECT * FROM enable_profiling()",
    "random seed": "SELECT setseed(0.5) AS x",
    "python variables": "SET python_enable_replacements = true",
    "grammar": "SELECT * FROM add_grammar_extension('x')",
    "call": "CALL enable_logging()",
    "macro": "CREATE MACRO lower(x) AS x",
    "prepared": "PREPARE x AS SELECT 1",
}

LOOKS_AROUND = {
    "environment": "SELECT getenv('SIGCHECK_CANARY') AS x",
    "variable": "SELECT getvariable('x') AS x",
    "setting": "SELECT current_setting('secret_directory') AS x",
    "settings": "SELECT value AS x FROM duckdb_settings()",
    "secrets": "SELECT * FROM duckdb_secrets()",
    "tables": "SELECT * FROM duckdb_tables()",
    "tables as a view": "SELECT * FROM duckdb_tables",
    "SQLite's tables": "SELECT * FROM sqlite_master",
    "schema": "SELECT table_name AS x FROM information_schema.tables",
    "PostgreSQL's catalogue": "SELECT * FROM pg_catalog.pg_settings",
    "databases": "SELECT path AS x FROM pragma_database_list",
    "view named like a part of the query": (
        "SELECT * FROM duckdb_views WHERE EXISTS (WITH duckdb_views AS (SELECT 1) SELECT * FROM duckdb_views)"
    ),
    "platform": "SELECT * FROM pragma_platform()",
    "version": "SELECT version() AS x",
    "memory": "SELECT * FROM duckdb_memory()",
    "temporary files": "SELECT * FROM duckdb_temporary_files()",
    "logs": "SELECT * FROM duckdb_logs",
    "tables in a subquery": "SELECT * FROM (SHOW ALL TABLES)",
    "DESCRIBE": "SELECT * FROM (DESCRIBE recipients)",
    "SUMMARIZE": "SUMMARIZE recipients",
    "plan of a query": "EXPLAIN SELECT 1",
    "address in memory": "SELECT * FROM arrow_scan(1, 2, 3)",
    "Python's variables": "SELECT * FROM python_arrow_scan(1, 2, 3)",
    "pandas": "SELECT * FROM pandas_scan(1)",
    "clock": "SELECT now() AS x",
    "sleep": "SELECT sleep_ms(1000) AS x",
    "PostgreSQL's sleep": "SELECT pg_catalog.pg_sleep(1) AS x",
    "another rule's findings": "SELECT * FROM found_DAT004",
    "tables behind relations": "SELECT * FROM recipients_raw",
}

TOO_MUCH_TO_READ = {
    "length": "SELECT " + "1," * 20_000 + "1 AS x",
    "depth": "SELECT " + "(" * 5_000 + "1" + ")" * 5_000 + " AS x",
    "open brackets": "SELECT " + "(" * 15_000,
    "lists in lists": "SELECT " + "[" * 900 + "1" + "]" * 900 + " AS x",
    "functions in functions": "SELECT " + "list_transform([1], lambda x: " * 60 + "1" + ")" * 60 + " AS x",
    "a long sum": "SELECT " + "1+" * 5_000 + "1 AS x",
    "negations": "SELECT " + "NOT " * 4_000 + "TRUE AS x",
    "comments in comments": "/*" * 5_000,
}

REFUSED = {
    **READS_FILES,
    **WRITES,
    **REACHES_NETWORK,
    **CHANGES_THE_ENGINE,
    **LOOKS_AROUND,
    **TOO_MUCH_TO_READ,
}
"""Queries that are not even begun."""

LOCKED_OUT = {**READS_FILES, **REACHES_NETWORK}
"""Queries that a locked engine refuses by itself."""

CONDITIONS = {
    "second statement": "TRUE; DROP TABLE recipients",
    "closed bracket": "TRUE) FROM plan UNION ALL SELECT (TRUE",
    "closed bracket and a comment": "TRUE) FROM plan --",
    "several": "FALSE, FALSE, FALSE",
    "another relation": "TRUE FROM recipients",
    "open comment": "TRUE /*",
    "open quote": "name = '",
    "environment": "getenv('SIGCHECK_CANARY') IS NOT NULL",
    "file": "EXISTS (SELECT 1 FROM read_text('{secret}'))",
    "nothing": "-- nothing",
    "ordering": "TRUE ORDER BY 1",
}
"""Conditions (`when`) that are not even begun."""

FAULTY_CONDITIONS = {
    "all columns": "COLUMNS(*)",
    "many rows": "unnest([TRUE, FALSE])",
    "no such column": "secret = 1",
}
"""Conditions that only come to light when they are asked, and then by themselves."""

TEMPLATES = {
    "class": "{x.__class__}",
    "globals": "{x.__init__.__globals__}",
    "item": "{x[0]}",
    "number": "{0}",
    "empty": "{}",
    "expression": "{x!r:{y}}",
    "open brace": "{x",
}
"""Messages that would have Python look into objects."""

UNPLACEABLE = {
    "text as a line": "SELECT 'x' AS x, 'first' AS line",
    "negative row": "SELECT 'x' AS x, -1 AS row",
    "endless line": "SELECT 'x' AS x, 'infinity'::DOUBLE AS line",
    "no number of recipients": "SELECT 'x' AS x, 'nan'::DOUBLE AS recipients",
    "fewer than no recipients": "SELECT 'x' AS x, -5 AS recipients",
    "number as a file": "SELECT 'x' AS x, 7 AS file",
    "text as related rows": "SELECT 'x' AS x, 1 AS row, 'abc' AS related_rows",
    "huge row": "SELECT 'x' AS x, 170141183460469231731687303715884105727 AS row",
}
"""Results that are no place or size of a finding."""
