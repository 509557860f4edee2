"""What is wrong with the HTML of a page, in Korean: one sentence for each kind of fault."""

from __future__ import annotations

SENTENCES = {
    "no-doctype": "페이지가 `<!DOCTYPE html>`로 시작하지 않습니다. 첫 줄에 쓰고, 그 앞에는 아무것도 쓰지 마세요.",
    "other-doctype": "첫 줄의 DOCTYPE이 HTML5의 것이 아닙니다. `<!DOCTYPE html>`이라고 쓰세요.",
    "second-doctype": "첫 줄이 아닌 곳에 `<!DOCTYPE html>`이 또 있습니다. 첫 줄에 한 번만 쓰세요.",
    "self-closed": "`/>`로 닫히지 않는 태그입니다: `<{name}>`. 닫는 태그를 따로 쓰세요: `<{name}></{name}>`",
    "not-closed": "닫지 않은 태그가 있습니다: `<{name}>`. 그 내용이 끝나는 곳에 쓰세요: `</{name}>`",
    "other-name": "여는 태그와 닫는 태그의 이름이 다릅니다: `<{open}>`, `</{name}>`. 이름을 같게 쓰세요.",
    "crossed": "태그가 서로 엇갈렸습니다: `<{name}>`, `<{open}>`. 나중에 연 태그를 먼저 닫으세요: `</{open}></{name}>`",
    "not-open": "여는 태그가 없는데 닫는 태그가 있습니다: `</{name}>`. 닫는 태그를 지우거나 여는 태그를 쓰세요.",
    "paragraph-ended": (
        "`</p>`의 짝이 없습니다. 여는 `<p>`가 없거나, 문단 안에 제목이나 목록처럼 문단에 넣을 수 없는 태그가 있어서 "
        "문단이 먼저 끝났습니다. 그 태그를 문단 밖으로 옮기세요."
    ),
    "void-closed": "내용이 없는 태그라서 닫지 않습니다: `<{name}>`. 이것을 지우세요: `</{name}>`",
    "duplicate-attribute": "한 태그에 같은 이름의 속성(attribute)이 두 번 있습니다. 하나로 합치세요.",
    "attribute-marks": (
        '속성의 따옴표나 빈칸이 잘못되었습니다. `이름="값"`처럼 양쪽에 같은 따옴표를 쓰고, '
        "속성과 속성 사이는 한 칸 띄우세요."
    ),
    "bare-less-than": "`<` 다음에 태그 이름이 없습니다. 글자 `<`를 보여 주려면 `&lt;`라고 쓰세요.",
    "second": "한 페이지에 한 번만 쓰는 태그가 또 있습니다: `<{name}>`. 하나만 남기세요.",
    "head-ended": (
        "`</head>`보다 먼저 `<head>`가 끝났습니다. `<head>` 안에는 `title`, `meta`, `link`처럼 화면에 보이지 않는 "
        "것만 쓰고, 글과 제목은 `<body>` 안에 쓰세요."
    ),
    "after-end": "`</body>`나 `</html>` 뒤에 내용이 더 있습니다. `</body>` 앞으로 옮기세요.",
    "nested": "태그 안에 같은 태그를 넣을 수 없습니다: `<{name}>`. 앞의 것을 먼저 닫으세요.",
    "in-table": "`<table>` 안에 바로 올 수 없는 것이 있습니다. 표의 내용은 `<td>`나 `<th>` 안에 쓰세요.",
    "other": "HTML 규칙에 맞지 않는 곳이 있습니다.",
    "too-long": "HTML이 너무 길거나 태그가 너무 많아서 끝까지 읽지 않았습니다.",
}

PLACE = "받은 HTML의 {line}행: {text}"
NO_PLACE = "받은 HTML의 {line}행"
