import importlib
import pkgutil

import faker.providers.person
import pytest

from sigcheck.facts.name_casing import proper_case
from sigcheck.facts.name_notes import name_note
from sigcheck.facts.names import person_key
from sigcheck.facts.placeholders import placeholder
from sigcheck.facts.word_lists import entries

SPELLINGS_OF_ONE_PERSON_HAVE_ONE_KEY = (
    "Frank Smith|Smith, Frank|Dr. FRANK SMITH|frank a. smith|Frank Smith Jr.|Frank Smith, PhD|"
    ' FRANK  SMITH |Prof. Dr. med. Frank Smith|Mr Frank Smith|Frank (Franky) Smith|Frank "Bob" Smith|'
    "Smith, Dr. Frank, MBA"
)


@pytest.mark.parametrize("name", SPELLINGS_OF_ONE_PERSON_HAVE_ONE_KEY.split("|"))
def test_spellings_of_one_person_have_one_key(name):
    assert person_key(name) == "frank smith"


@pytest.mark.parametrize(
    "names",
    [
        ("Jürgen Müller", "Juergen Mueller", "Jurgen MULLER", "Müller, Jürgen", "Ju\u0308rgen Mu\u0308ller"),
        ("Anna Groß", "ANNA GROSS"),
        ("Anne-Marie O'Neil", "Anne Marie ONeil", "O’Neil, Anne-Marie"),
        ("Łukasz Żak", "Lukasz Zak"),
        ("İbrahim Işık", "Ibrahim Isik"),
        ("Søren Ærø", "Soren Aero"),
        ("Jan van der Berg", "van der Berg, Jan"),
        ("山田太郎", "山田 太郎", "太郎 山田"),
        ("نور الحقّ", "نور الحق"),
        ("Иван Петров", "ПЕТРОВ Иван"),
        ("राम शर्मा", "शर्मा राम"),
        ("José García", "Sr. José GARCÍA", "Jose Garcia"),
        ("Frau Anna Schmidt", "Anna Schmidt"),
    ],
)
def test_accents_scripts_and_order(names):
    keys = {person_key(name) for name in names}
    assert len(keys) == 1
    assert None not in keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Frank Smith", "Frank Smithe"),
        ("Frank Allen Smith", "Frank Smith"),
        ("Michael Noel", "Michal Nol"),
        ("Joe Smith", "Jo Smith"),
        ("राम शर्मा", "रोम शर्मा"),
    ],
)
def test_different_people_have_different_keys(one, other):
    assert person_key(one) != person_key(other)


@pytest.mark.parametrize("name", ["Frank", "F. Smith", "J. P.", "Dr. Smith", "王", "", "  ", "-", None])
def test_a_name_too_weak_to_tell_has_no_key(name):
    assert person_key(name) is None


WELL_CASED = (
    "McDonald|O'Neil|d'Arcy|van der Berg|de la Cruz|Anne-Marie|LeBron|DeShawn|JP|J.P.|Jean-François|İbrahim|ffrench|"
    "山田|محمد|Kyung-soo|al-Assad|D'Angelo|D’angelo|von Goethe|Van Morrison|IJsbrand|Ó hEithir|გიორგი|"
    "J.R.R. Tolkien|Li Na|Frank Smith III|Frank Smith Jr.|Frank Smith PhD|Maria del Carmen|Ngọc Ánh|VanDyke|deLuca|"
    "St. John|Mª José|Al|AJ|"
    "José y María|Abd-al-Rahman|JRR|O'Brien-Smith|Sa'id|FitzGerald|de Souza e Silva|Ka'ala|'t Hooft|M. Frank|Mary-jo|"
    "Frank A Smith|ʻAlí|JoAnn|Mac an tSaoir|สมชาย|नरेन्द्र|Straße|van|de||Frank Smith jr."
)


@pytest.mark.parametrize("name", WELL_CASED.split("|"))
def test_well_cased_names_are_left_alone(name):
    assert proper_case(name) is None


@pytest.mark.parametrize(
    ("name", "proper"),
    [
        ("FRANK", "Frank"),
        ("frank", "Frank"),
        ("fRANK", "Frank"),
        ("FRank", "Frank"),
        ("FranK", "Frank"),
        ("DAS", "Das"),
        ("MCDONALD", "McDonald"),
        ("mcdonald", "McDonald"),
        ("McDONALD", "McDonald"),
        ("MACDONALD", "MacDonald"),
        ("MACHADO", "Machado"),
        ("O'NEIL", "O'Neil"),
        ("o’neil", "O’Neil"),
        ("D'ARCY", "D'Arcy"),
        ("DELL'ORTO", "Dell'Orto"),
        ("SA'ID", "Sa'id"),
        ("В'ЯЧЕСЛАВ", "В'ячеслав"),
        ("ANNE-MARIE", "Anne-Marie"),
        ("MARY-JO", "Mary-Jo"),
        ("JEAN-FRANÇOIS", "Jean-François"),
        ("MÜLLER", "Müller"),
        ("STRAUß", "Strauß"),
        ("İBRAHİM", "İbrahim"),
        ("IJSBRAND", "IJsbrand"),
        ("ΓΙΏΡΓΟΣ", "Γιώργος"),
        ("БОРИС", "Борис"),
        ("VAN DER BERG", "van der Berg"),
        ("van der berg", "van der Berg"),
        ("VAN MORRISON", "Van Morrison"),
        ("DE LA CRUZ", "de la Cruz"),
        ("AL-ASSAD", "al-Assad"),
        ("Frank SMITH", "Frank Smith"),
        ("Frank smith", "Frank Smith"),
        ("jp morgan", "JP Morgan"),
        ("JP MORGAN", "JP Morgan"),
        ("FRANK SMITH III", "Frank Smith III"),
        ("frank smith jr", "Frank Smith Jr"),
        ("FRANK SMITH PHD", "Frank Smith PhD"),
        ("ST. JOHN", "St. John"),
        ("JOSÉ Y MARÍA", "José y María"),
        ("jo", "Jo"),
    ],
)
def test_badly_cased_names_are_found_with_their_proper_form(name, proper):
    assert proper_case(name) == proper


@pytest.mark.parametrize("name", ["Frank", "MCDONALD", "o'neil", "VAN DER BERG", "İBRAHİM"])
def test_a_proper_form_is_well_cased(name):
    assert proper_case(proper_case(name) or name) is None


def test_no_name_has_no_proper_form():
    assert proper_case(None) is None


def _faker_names():
    names = {}
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        found = set()
        for attribute in dir(provider):
            values = getattr(provider, attribute)
            if attribute.startswith(("first_name", "last_name")) and isinstance(values, (tuple, list, dict)):
                found.update(value for value in values if isinstance(value, str))
        names[module.name] = found
    return names


@pytest.fixture(scope="module")
def names_by_locale():
    names = _faker_names()
    assert len(names) >= 20
    return names


@pytest.fixture(scope="module")
def cased_names(names_by_locale):
    names = set().union(*names_by_locale.values())
    particles = entries("name_particles")
    return [
        name
        for name in names
        if sum(letter.lower() != letter.upper() for letter in name) > 2
        and not all(word in particles for word in name.lower().split())
        and not any("\u10d0" <= letter <= "\u10ff" for letter in name)  # Georgian capitals exist only in Unicode
    ]


def test_names_of_many_locales_as_they_stand_are_hardly_ever_flagged(names_by_locale):
    names = [name for of_locale in names_by_locale.values() for name in of_locale]
    flagged = [name for name in names if proper_case(name) is not None or name_note(name) is not None]
    assert len(flagged) / len(names) < 0.005


@pytest.mark.parametrize("change", [str.upper, str.lower])
def test_names_of_many_locales_badly_cased_are_found(cased_names, change):
    missed = [name for name in cased_names if proper_case(change(name)) is None]
    assert len(missed) / len(cased_names) < 0.01


@pytest.mark.parametrize(
    "note", ["{} [I think]", "{} (left)", "{} - do not call", "{}?", "{} 2", "{} DNC", "{} 😀", "*{}"]
)
def test_names_of_many_locales_annotated_are_found(names_by_locale, note):
    for names in names_by_locale.values():
        assert all(name_note(note.format(name)) is not None for name in sorted(names)[:100])


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("Franky [I think]", 'a note in brackets ("I think")'),
        ("Ann (left)", 'a note in brackets ("left")'),
        ("王（left）", 'a note in brackets ("left")'),
        ("Robert (Bob)", 'a nickname in brackets ("Bob")'),
        ('Robert "Bob"', 'a nickname in quotes ("Bob")'),
        ("Robert 'Bob' Smith", 'a nickname in quotes ("Bob")'),
        ("Frank「Bob」", 'a nickname in quotes ("Bob")'),
        ("Frank (IT)", 'a note in brackets ("IT")'),
        ("do not call", 'the note "do not call"'),
        ("Frank don't call", 'the note "dont call"'),
        ("Bob - use mobile", 'the note "use mobile"'),
        ("Frank - left company", 'the note "left company"'),
        ("Frank - ask for Mary", 'the note "ask for Mary"'),
        ("Frank ex-Siemens", 'the note "ex-Siemens"'),
        ("DNC", 'the note "DNC"'),
        ("Anna nicht mehr da", 'the note "nicht mehr da"'),
        ("Frank?", "a question mark"),
        ("Frank2", "digits"),
        ("frank@acme.com", "an address"),
        ("www.acme.com", "a web address"),
        ("Frank 😀", "an emoji or symbol"),
        ("Frank & Mary", "an ampersand"),
        ("Frank/Mary", "a slash"),
        ("Frank (", "a bracket"),
        ("Dana gone", 'the note "gone"'),
        ("Dana TBC", 'the note "TBC"'),
        ("هاشم gone", 'the note "gone"'),
        ("Dana - CEO", 'the note "CEO"'),
        ("J?rgen", "a question mark in the place of a letter"),
        ("?ukasz", "a question mark in the place of a letter"),
        ("J??rgen M??ller", "a question mark in the place of a letter"),
    ],
)
def test_notes_in_names(name, what):
    assert name_note(name) == what


NAMES_WITHOUT_NOTES = (
    "O'Neil|Jr.|III|St. John|Anne-Marie|王伟|محمد|สมชาย|D'Angelo|Mª|Nguyễn|Ngọc|Frank Smith 3rd|J.P.|"
    "Maria - Jose|Rex|Alex|Nu'uanu'i|Smith, Frank|Ma. Theresa|नरेन्द्र|van 't Hoff|Desirée|Ex|Co|Ph.D.|"
    "Ó Sé|Jo.De|ʻAlí||Leftwich|Joseph Gone|ANNE NEW|ANNE - MARIE"
)


@pytest.mark.parametrize("name", NAMES_WITHOUT_NOTES.split("|"))
def test_names_without_notes(name):
    assert name_note(name) is None


PLACEHOLDERS = (
    "n/a|N/A|n.a.|NA|na|null|NULL|none|unknown|Unknown|test|Test|asdf|qwerty|First Name|first_name|"
    "[First Name]|FirstName|{{first_name}}|%FIRSTNAME%|-|.|--|xxx|XXX|#N/A|[blank]|tbd|unbekannt|inconnu|"
    "x|xx|aaa|123|#REF!|NaN|不明|k.A.|<your name>|Non renseigné|n.c.|*|?|(none)|0|No-Name|12345|…|"
    "\u3000—\u3000|"
    "Test Test| null "
)


@pytest.mark.parametrize("value", PLACEHOLDERS.split("|"))
def test_placeholders(value):
    assert placeholder(value)


VALUES_THAT_ARE_NO_PLACEHOLDERS = (
    "Na|Nan|Frank|Ana|Li|Y|Jo|王|Max|Lee|Bo|O|Noe|3M|Nina|Ng|Test Rite|Nulla|Xu|Z|Nero|Y Combinator|"
    "7-Eleven|1&1|Abcam||Tess"
)


@pytest.mark.parametrize("value", VALUES_THAT_ARE_NO_PLACEHOLDERS.split("|"))
def test_values_that_are_no_placeholders(value):
    assert not placeholder(value)


@pytest.mark.parametrize("surname", ["Null", "Test", "Blank", "Sample", "X"])
def test_surnames_that_look_like_placeholders(surname):
    assert not placeholder(surname, surname=True)
    assert placeholder(surname.lower(), surname=True)
    assert placeholder(surname)
