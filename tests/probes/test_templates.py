"""What can be told of a template by reading it."""

from __future__ import annotations

import pytest

from shared.probes.source import Source
from shared.probes.templates import Templates
from shared.verdict import Where

BASE = "<nav></nav><title>{% block title %}동아리{% endblock %}</title>{% block content %}{% endblock %}"


def templates(**files: str) -> Templates:
    made = {f"templates/{name}.html": text.encode("utf-8") for name, text in files.items()}
    return Templates(Source({"app.py": b"", "templates/base.html": BASE.encode("utf-8"), **made}))


def test_names_are_those_that_render_template_takes() -> None:
    assert templates(hi="").names() == ["base.html", "hi.html"]


@pytest.mark.parametrize(
    "first_line",
    ['{% extends "base.html" %}', "{%- extends 'base.html' -%}", '{% extends "base.html" if whole else "bare.html" %}'],
)
def test_a_template_extends_what_it_names(first_line: str) -> None:
    assert templates(hi=first_line).ancestors("hi.html") == ["base.html"]


def test_what_stands_in_between_is_an_ancestor_too() -> None:
    between = templates(hi='{% extends "wide.html" %}', wide='{% extends "base.html" %}')
    assert between.ancestors("hi.html") == ["wide.html", "base.html"]


def test_a_commented_line_extends_nothing() -> None:
    assert templates(hi='{# {% extends "base.html" %} #}<h1>가</h1>').ancestors("hi.html") == []


def test_templates_that_extend_each_other_come_to_an_end() -> None:
    assert templates(a='{% extends "b.html" %}', b='{% extends "a.html" %}').ancestors("a.html") == ["b.html", "a.html"]


@pytest.mark.parametrize("text", ["{% extends layout %}", "{% if %}", "{% block a %}"])
def test_what_cannot_be_told_is_not_guessed(text: str) -> None:
    assert templates(hi=text).ancestors("hi.html") is None
    assert templates(hi=text).lost("hi.html", "<h1") is None


def test_a_tag_may_stand_in_an_included_or_imported_file() -> None:
    made = templates(
        page='{% include "menu.html" %}',
        other='{% from "menu.html" import menu %}{{ menu() }}',
        menu="{% macro menu() %}<nav></nav>{% endmacro %}",
        none="<navy></navy>",
    )
    assert [made.holds(f"{name}.html", "nav") for name in ("page", "other", "base", "none")] == [
        True,
        True,
        True,
        False,
    ]


def test_words_are_cut_where_jinja_puts_something_in() -> None:
    assert templates(hi="<h1>안녕, {{ name }}!</h1>\n {# 말 #}<p class='a'>반가워요</p>").pieces("hi.html") == [
        "안녕,",
        "!",
        "반가워요",
    ]


def test_content_in_an_unknown_block_or_in_none_is_lost() -> None:
    extends = '{% extends "base.html" %}'
    made = templates(
        right=extends + "{% block content %}<h1>가</h1>{% endblock %}",
        nested=extends + "{% block content %}{% block more %}<h1>가</h1>{% endblock %}{% endblock %}",
        misspelt=extends + "{% block contents %}<h1>가</h1>{% endblock %}",
        outside=extends + "<h1>가</h1>",
        alone="<h1>가</h1>",
    )
    found = {name: made.lost(f"{name}.html", "<h1") for name in ("right", "nested", "misspelt", "outside", "alone")}
    assert found == {
        "right": None,
        "nested": None,
        "misspelt": "unknown block",
        "outside": "outside",
        "alone": None,
    }


def test_a_page_is_raw_where_all_marks_of_its_template_are_seen() -> None:
    text = "{% if name %}<h1>{{ name }}</h1>{% endif %}"
    assert templates(hi=text).is_raw("hi.html", f"<p>{text}</p>")
    assert not templates(hi=text).is_raw("hi.html", "<h1>{{ name }}</h1>")
    assert not templates(hi="<h1>가</h1>").is_raw("hi.html", "<h1>가</h1>")


def test_a_piece_has_a_place_where_only_one_template_holds_it() -> None:
    made = templates(a="<p>\n<h1>가</h1>", b="<p>")
    assert made.place("<h1>") == Where("templates/a.html", 2)
    assert made.place("<p>") is None
    assert made.place("") is None
