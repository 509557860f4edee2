"""The learner's text is read and parsed, whatever it is, and never run."""

from __future__ import annotations

import ast
import time

import pytest

from shared.probes.source import Source, dotted


def source(text: str | bytes, path: str = "app.py") -> Source:
    return Source({path: text if isinstance(text, bytes) else text.encode()})


def test_a_byte_order_mark_and_windows_line_ends_are_taken_away() -> None:
    assert source(b"\xef\xbb\xbfa = 1\r\nb = 2\rc = 3").text("app.py") == "a = 1\nb = 2\nc = 3"


def test_a_file_that_is_not_there_is_empty() -> None:
    made = source("a = 1")
    assert made.exists("app.py")
    assert not made.exists("other.py")
    assert made.text("other.py") == ""
    assert made.calls("other.py") == []
    assert made.line("other.py", ".") is None
    assert made.names() == ["app.py"]


def test_bytes_that_are_no_text_do_no_harm() -> None:
    assert source(b"a = '\xff'").tree("app.py") is not None


@pytest.mark.parametrize(
    "broken",
    ["def f(:", "a = 'x", "\0", "(" * 5000, "\tif", "-" * 9000 + "1"],
)
def test_what_does_not_parse_has_no_tree_and_no_calls(broken: str) -> None:
    made = source(broken)
    assert made.tree("app.py") is None
    assert made.calls("app.py") == []
    assert made.line("app.py", "zzz") is None


@pytest.mark.parametrize(
    "long",
    [
        "a" + ".b" * 400_000,
        "f" + "()" * 400_000,
        "1" + "+1" * 400_000,
        "f'" + "{a!r}" * 150_000 + "'",
        "(1" + "\n+1" * 200_000 + ")",
        "lambda:" * 100_000 + "1",
    ],
    ids=["attributes", "calls", "sum", "f-string", "lines", "lambdas"],
)
def test_what_could_crash_or_stall_the_parser_is_not_given_to_it(long: str) -> None:
    made = source(f"app.run()\n# zzz\n{long}\n")
    began = time.monotonic()
    assert made.calls("app.py") == []
    assert made.line("app.py", r"app\.run") == 1
    assert made.line("app.py", "zzz") is None
    assert time.monotonic() - began < 3


@pytest.mark.parametrize("deep", ["a" + ".b" * 4000, "f" + "()" * 4000, "(1" + "\n+1" * 30_000 + ")"])
def test_what_is_nested_deep_is_read_or_not_and_never_crashes(deep: str) -> None:
    made = source(deep)
    made.calls("app.py")
    assert made.line("app.py", "zzz") is None


def test_no_warning_of_the_learners_source_gets_out() -> None:
    assert source("a = '\\d'\nassert (1, 'x')\n1 is 1").tree("app.py") is not None


def test_calls_come_in_the_order_of_the_file_with_dotted_names() -> None:
    made = source("@app.route('/')\ndef f():\n    return g(h())\napp.run(debug=True)\nf()()\n(lambda: 0)()")
    assert [name for name, _ in made.calls("app.py")] == ["app.route", "g", "h", "app.run", "", "f", ""]


def test_a_very_long_chain_of_names_has_a_name_too() -> None:
    node: ast.expr = ast.Name("a")
    for _ in range(5000):
        node = ast.Attribute(node, "b")
    assert dotted(node) == "a" + ".b" * 5000
    assert dotted(ast.Attribute(ast.Constant(""), "join")) == ""


def test_functions_are_found_inside_others() -> None:
    names = [
        function.name
        for function in source("def a():\n    def b(): ...\nclass C:\n    def d(self): ...").functions("app.py")
    ]
    assert sorted(names) == ["a", "b", "d"]


def test_comments_are_not_matched_and_code_before_them_is() -> None:
    made = source("# app.run()\nx = 1  # app.run()\n    # app.run()\ny = '#' + z\napp.run()  # here\n")
    assert made.line("app.py", r"app\.run") == 5
    assert made.line("app.py", r"here") is None
    assert made.line("app.py", r"'#' \+ z$") == 4
    assert not made.has("app.py", "nowhere")


def test_comments_of_a_broken_file_are_not_matched_either() -> None:
    made = source("# app.run()\nx = (1\n# app.run()\n'''\nmore")
    assert made.line("app.py", r"app\.run") is None
    assert made.line("app.py", "more") == 5


def test_a_hash_is_no_comment_in_other_files() -> None:
    assert source("p { }\n#input-box { }", "static/a.css").line("static/a.css", "#input-box") == 2


def test_lines_are_counted_as_editors_count_them() -> None:
    assert source("a = '\u2028\x0c\x85'\r\nb = 1").line("app.py", "^b") == 2
