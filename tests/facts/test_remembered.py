from sigcheck.facts.remembered import remembered


def test_a_value_is_asked_about_once():
    asked = []

    @remembered
    def answer(*values):
        asked.append(values)
        return len(asked)

    assert [answer("a", None), answer("b", None), answer("a", None)] == [1, 2, 1]
    assert asked == [("a", None), ("b", None)]
