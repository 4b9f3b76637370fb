import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sigcheck.facts import companies
from sigcheck.facts.companies import company_name_key, spoken_company_name

ACME = (
    "Acme|ACME Inc.|Acme, Inc|Acme Corp.|The Acme Company|acme ltd|Acme GmbH & Co. KG|ACME S.A.|Acme S. A. R. L.|"
    "Acme Oy|Acme Sp. z o.o.|Acme AB|Acme A/S|Acme Pty Ltd|Acme K.K.|Acme Pty. Ltd.|Acme S.p.A.|Acme SpA|Acme s.r.o.|"
    "Acme (old)|Acme - DO NOT USE|Acme Kft.|Acme Co., Ltd.|"
    "Acme S.A. de C.V.|Acme, S. de R.L. de C.V.|Acme d.o.o.|Acme L.L.C.|"
    "Acme UG (haftungsbeschränkt)|Acme B.V.|Acme AG & Co. KGaA|PT Acme Tbk|Acme Sdn. Bhd.|Acme Pvt. Ltd.|株式会社Acme|"
    "Acme株式会社|Acme(株)|ООО Acme|ООО «Acme»|Acme A.Ş.|Acme Ltd. Şti.|Acme Ltda.|Acme, Lda.|Acme Osakeyhtiö|Acme OÜ|"
    "UAB Acme|AB Acme|Oy Acme Ab|Acme eG|Acme e.V.|Acme e.K.|Acme d. o. o.|Acme plc|Acme & Co.|Acme S.A.S.|Acme™|Acme®|"
    "Acme Gesellschaft mbH|Acme W.L.L.|Acme LLP|Acme Company Limited|Acme  Inc| acme. |ＡＣＭＥ|Acme\u200b"
)


@pytest.mark.parametrize("name", ACME.split("|"))
def test_legal_forms_of_all_countries_are_set_aside(name):
    assert company_name_key(name) == "acme"


@pytest.mark.parametrize(
    "names",
    [
        ("Müller", "Mueller GmbH", "MÜLLER AG", "Muller"),
        ("Yılmaz Şti.", "Yılmaz", "YILMAZ A.Ş."),
        ("Smith & Jones", "Smith and Jones LLP", "Smith und Jones", "Smith y Jones", "Smith et Jones", "SMITH + JONES"),
        ("McDonald's", "McDonalds Corp", "MCDONALD’S"),
        ("Coca-Cola", "Coca Cola Company", "The Coca-Cola Company"),
        ("トヨタ自動車", "トヨタ自動車株式会社", "株式会社トヨタ自動車", "㈱トヨタ自動車"),
        ("华为技术", "华为技术有限公司"),
        ("삼성전자", "삼성전자 주식회사", "(주)삼성전자", "삼성전자㈜"),
        ("Ромашка", 'ООО "Ромашка"', "ромашка ооо"),
        ("U.S. Steel", "US Steel Corp", "U. S. Steel"),
        ("Société Générale", "SOCIETE GENERALE SA"),
        ("Søstrene Grene", "Sostrene Grene A/S"),
    ],
)
def test_spellings_of_one_company_have_one_key(names):
    assert len({company_name_key(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("United Airlines", "United Rentals"),
        ("Acme Holdings, Inc.", "Acme"),
        ("Acme UK Ltd", "Acme Ltd"),
        ("The Day Spa", "The Day"),
        ("SAS Institute Inc.", "Institute"),
        ("Old Mutual", "Mutual"),
        ("Smith & Jones", "Smith"),
        ("Volvo Car AB", "AB Volvo"),
    ],
)
def test_different_companies_have_different_keys(one, other):
    assert company_name_key(one) != company_name_key(other)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Company", "company"),
        ("SA", "sa"),
        ("AG", "ag"),
        ("The Limited", "limited"),
        ("GmbH", "gmbh"),
        ("3M", "3m"),
        ("株式会社", "株式会社"),
        ("Y Combinator", "y combinator"),
        ("Closed Loop Partners", "closed loop partners"),
    ],
)
def test_a_name_is_never_folded_away(name, key):
    assert company_name_key(name) == key


@pytest.mark.parametrize(
    "name", [None, "", "  ", "-", "n/a", "Unknown", "Self-Employed", "freelance", "privat", "Indépendant"]
)
def test_no_company_has_no_key(name):
    assert company_name_key(name) is None


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("Acme Holdings, Inc.", "Acme Holdings"),
        ("ACME HOLDINGS", "Acme Holdings"),
        ("Deutsche Bank AG", "Deutsche Bank"),
        ("SAP SE", "SAP"),
        ("SIEMENS AG", "Siemens"),
        ("NVIDIA Corporation", "NVIDIA"),
        ("AT&T INC.", "AT&T"),
        ("BMW GROUP", "BMW Group"),
        ("MCKINSEY & COMPANY", "McKinsey & Company"),
        ("Merck & Co., Inc.", "Merck & Co."),
        ("Müller GmbH & Co. KG", "Müller"),
        ("AB Volvo", "Volvo"),
        ("Acme S.A. de C.V.", "Acme"),
        ("株式会社トヨタ", "トヨタ"),
        ("Acme (old)", "Acme"),
        ("Acme - DO NOT USE", "Acme"),
        ("Acme, LLC (duplicate)", "Acme"),
        ("zz_Acme", "Acme"),
        ("BANK OF AMERICA", "Bank of America"),
        ("J.P. MORGAN CHASE", "J.P. Morgan Chase"),
        ("COCA-COLA", "Coca-Cola"),
    ],
)
def test_a_company_as_a_database_holds_it(name, spoken):
    assert spoken_company_name(name) == spoken


A_COMPANY_AS_PEOPLE_SAY_IT = (
    "IBM|SAP|3M|IKEA|KPMG|LVMH|H&M|Acme|eBay|adidas|Tiffany & Co.|Old Navy|Yahoo!|"
    'The Walt Disney Company|The Limited|GmbH|Toys "R" Us|Closed Loop|Day Spa|Acme - Customer Success|'
    "Bain & Company|Co-op|Inc. Magazine|"
)


@pytest.mark.parametrize("name", [*A_COMPANY_AS_PEOPLE_SAY_IT.split("|"), None])
def test_a_company_as_people_say_it(name):
    assert spoken_company_name(name) is None


@settings(max_examples=400)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                "Acme the The Holdings Inc Ltd. LLC AG and Und e zz Top 3M GmbH old test null of 1234".split()
            ),
            st.text("abcXYZ01", min_size=1, max_size=6),
        ),
        min_size=1,
        max_size=4,
    ).map(" ".join)
)
def test_the_fast_way_to_a_key_agrees_with_the_careful_one(name):
    assert companies._plain_key(name) in (None, companies._careful_key(name))
