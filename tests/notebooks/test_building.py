"""Built notebooks are fresh, valid, and read as the lesson does."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest

from shared.lessons import Lesson, all_lessons
from shared.notebooks.answers import starters
from shared.notebooks.building import ANSWER, CHECK, READING, build, is_stale, text_of
from shared.notebooks.links import from_notebook
from shared.notebooks.parts import Piece, Program, parts_of

ROOT = Path(__file__).parents[2]
LESSONS = all_lessons()
by_slug = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)


@by_slug
def test_the_committed_notebook_is_fresh(lesson: Lesson) -> None:
    assert not is_stale(lesson), "run: python workbook.py notebooks build"


@by_slug
def test_it_is_valid_and_the_same_each_time(lesson: Lesson) -> None:
    notebook = build(lesson)
    nbformat.validate(notebook)
    assert text_of(notebook) == text_of(build(lesson))
    assert notebook.metadata.kernelspec.name == "python3"
    assert str(ROOT) not in text_of(notebook)
    ids = [cell.id for cell in notebook.cells]
    assert len(ids) == len(set(ids))


@by_slug
def test_headings_begin_with_one_h1_and_skip_no_level(lesson: Lesson) -> None:
    text = "\n".join(cell.source for cell in build(lesson).cells if cell.cell_type == "markdown")
    unfenced = re.sub(r"(?ms)^(`{3,}|~{3,}).*?^\1\s*$", "", text)
    levels = [len(marks) for marks in re.findall(r"^(#{1,6}) ", unfenced, re.MULTILINE)]
    assert build(lesson).cells[0].source.startswith(f"# {lesson.number}. ")
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in zip(levels, levels[1:], strict=False))


@by_slug
def test_pictures_have_words_and_links_lead_somewhere(lesson: Lesson) -> None:
    for cell in build(lesson).cells:
        if cell.cell_type == "markdown":
            for alt, target in re.findall(r"(!?\[[^\]]*)\]\((?!https?:|#)([^)#\s]+)", cell.source):
                assert (ROOT / "notebooks" / target).exists(), target
                assert alt != "!["


@by_slug
def test_only_reading_cells_have_outputs(lesson: Lesson) -> None:
    for cell in build(lesson).cells:
        if cell.cell_type == "code" and cell.outputs:
            assert cell.metadata.tags == [READING]
            assert cell.execution_count is None


@by_slug
def test_each_task_has_its_check_and_each_file_its_cell(lesson: Lesson) -> None:
    cells = [cell for cell in build(lesson).cells if cell.cell_type == "code"]
    checks = [cell.source for cell in cells if CHECK in cell.metadata.tags]
    assert checks == [*(f"workbook.check({task.number})" for task in lesson.tasks), "workbook.check()"]
    answers = [cell.source.split("\n", 1)[0] for cell in cells if ANSWER in cell.metadata.tags]
    assert answers == [f"%%answer {file}" for file in starters(lesson)]


def test_a_text_is_taken_apart() -> None:
    text = """# 01. 글

처음

```python title="a.py"
print(1)
```

예상해 보기

<details><summary>답</summary>

```text output="a.py"
1
```

</details>

```python title="b.py"
print(2)
```

```text output="b.py"
2
```

## 다음

````text
```python title="no.py"
````
"""
    first, a, guess, b, following = parts_of(text)
    assert isinstance(first, Piece) and first.heading == "01. 글"
    assert a == Program("a.py", "print(1)\n", "1\n", predicted=True)
    assert isinstance(guess, Piece) and 'output="a.py"' in guess.source
    assert b == Program("b.py", "print(2)\n", "2\n")
    assert isinstance(following, Piece) and 'title="no.py"' in following.source


def test_links_are_seen_from_the_notebooks_folder() -> None:
    text = "[a](images/x.svg) [b](../02_json/README.md#말) [c](#여기) [d](https://example.com/) [e](app.py)"
    assert from_notebook(text, "01_rest") == (
        "[a](../lessons/01_rest/images/x.svg) [b](02_json.ipynb) [c](#여기) [d](https://example.com/) "
        "[e](../lessons/01_rest/app.py)"
    )
