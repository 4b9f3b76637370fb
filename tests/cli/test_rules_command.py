import json

from sigcheck.rule import load_packs

PACKS = load_packs()
CODES = [loaded.code for pack in PACKS for loaded in pack.rules]


def cells(page):
    """Return a page with one space between cells, as versions of Rich differ in how wide they make a column."""
    return " ".join(page.split())


def test_the_table_lists_every_rule_below_its_sin(run):
    page = run("rules").out
    assert [line.split()[0] for line in page.splitlines() if line.split()[:1] and line.split()[0] in CODES] == CODES
    for pack in PACKS:
        assert f"{pack.header.key}  {pack.header.title}\n" in page
    assert "ORG001 many-contacts error 10 by share" in cells(page)
    assert f"{len(CODES)} rules" in page
    assert max(map(len, page.splitlines())) <= 80


def test_json_holds_all_of_each_rule_but_its_examples(run):
    document = json.loads(run("rules", "--format", "json").out)
    assert document["version"] == 1
    assert [rule["code"] for pack in document["packs"] for rule in pack["rules"]] == CODES
    for pack, loaded in zip(document["packs"], PACKS, strict=True):
        assert {key: pack[key] for key in ("key", "title", "points")} == {
            "key": loaded.header.key,
            "title": loaded.header.title,
            "points": loaded.header.points,
        }
        for entry, one in zip(pack["rules"], loaded.rules, strict=True):
            assert entry == one.rule.model_dump(by_alias=True, exclude={"examples"})
            assert "examples" not in entry


def test_markdown_is_a_table_for_each_sin(run):
    page = run("rules", "--format", "markdown", "--select", "ORG001").out
    assert page == (
        "## One company, many contacts (ORG)\n\n"
        "| code | name | severity | points | per |\n|---|---|---|---|---|\n"
        "| ORG001 | many-contacts | error | 10 | recipient |\n"
    )


def test_rules_are_selected_as_a_check_selects_them(run):
    document = json.loads(run("rules", "--format", "json", "--select", "ORG,DAT001", "--select", "SIG").out)
    listed = [rule["code"] for pack in document["packs"] for rule in pack["rules"]]
    assert listed == [code for code in CODES if code.startswith(("ORG", "DAT001", "SIG"))]


def test_a_selection_that_fits_nothing_is_one_clear_line(run):
    ran = run("rules", "--select", "ORK001")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "there is no rule 'ORK001' (did you mean ORG001?)\n"


def test_packs_of_ones_own_are_listed(run, pytestconfig):
    folder = pytestconfig.rootpath / "examples" / "house-rules"
    assert "HOUSE001 friday-afternoon" in cells(run("rules", "--rules", folder).out)
