import pytest

from sigcheck.facts.name_fields import address_name, misplaced_in_name


@pytest.mark.parametrize(
    ("name", "field", "words"),
    [
        ("Smith, Frank", "first_name", "two names with a comma between"),
        ("García, José Luis", "full_name", "two names with a comma between"),
        ("Berg, van den", "last_name", "two names with a comma between"),
        ("Dr. Ann", "first_name", "the title 'Dr.'"),
        ("Mrs Jones", "first_name", "the title 'Mrs'"),
        ("Herr Müller", "first_name", "the title 'Herr'"),
        ("Mag. Anna", "first_name", "the title 'Mag.'"),
        ("Frank, Dr.", "first_name", "the title 'Dr.'"),
        ("Frank PhD", "first_name", "the degree 'PhD'"),
        ("Lee, MBA", "last_name", "the degree 'MBA'"),
        ("Globex GmbH", "first_name", "a company"),
        ("Acme Inc.", "last_name", "a company"),
    ],
)
def test_what_belongs_elsewhere_is_named(name, field, words):
    assert misplaced_in_name(name, field) == words


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Mary Ann", "first_name"),
        ("Don", "first_name"),
        ("Earl", "first_name"),
        ("Mag", "first_name"),
        ("Ing-Marie", "first_name"),
        ("J.D.", "first_name"),
        ("Davis, Jr.", "last_name"),
        ("Wright, III", "last_name"),
        ("Dr. Müller", "last_name"),
        ("Daniel Phelps MD", "full_name"),
        ("Dr. Frank Lee", "full_name"),
        ("Inc", "last_name"),
        (",", "first_name"),
        ("Frank,", "first_name"),
    ],
)
def test_what_belongs_to_a_name_stays(name, field):
    assert misplaced_in_name(name, field) is None


def test_an_address_that_names_somebody_else_is_told():
    assert address_name("omar.diaz", "Kim", "Ferguson") == "Omar Diaz"
    assert address_name("anna_petrova2", "Luis", "Moreno") == "Anna Petrova"


@pytest.mark.parametrize(
    ("local", "first", "last"),
    [
        ("dana.lee", "Dana", "Lee"),
        ("lee.dana", "Dana", "Lee"),
        ("robert.smith", "Bob", "Smith"),
        ("mary.johnson", "Mary", "Jones"),
        ("liz.brown", "Elizabeth", "Walker"),
        ("julia.sokolova", "Yulia", "Petrova"),
        ("aleksandr.koval", "Oleksandr", "Bondar"),
        ("juergen.maier", "Jürgen", "Schulz"),
        ("hans.mueller", "Johann", "Müller"),
        ("oneil.pat", "Frank", "O'Neil"),
        ("vandenberg.piet", "Jan", "van den Berg"),
        ("carmen.garcia", "Maria del Carmen", "López"),
        ("peggy.carter", "Paula", "Cross"),
        ("sales.team", "Dana", "Lee"),
        ("north.region", "Dana", "Lee"),
        ("ming.wang", "小明", "王"),
        ("olga.ivanova", "Анна", "Петрова"),
        ("dlee", "Omar", "Diaz"),
        ("j.doe", "Omar", "Diaz"),
        ("omar.diaz", "", ""),
    ],
)
def test_an_address_that_may_be_theirs_is_left_alone(local, first, last):
    assert address_name(local, first, last) is None
