"""Which packages are wanted, in pip's own words."""

import os

BASE = "base"
EXTRAS = {"test": "test", "prove": "test", "browser": "browser"}  # a verb, and the extra of pyproject.toml it needs
CONSTRAINTS = ("-c", "constraints.txt")


class Packages:
    """One lot of packages; ``wanted`` is the text that its stamp is compared with."""

    def __init__(self, name: str, wanted: bytes, pip_arguments: "tuple[str, ...]") -> None:
        self.name = name
        self.wanted = wanted
        self.pip_arguments = (*pip_arguments, *CONSTRAINTS)


def lots(root: str, extra: str = "") -> "list[Packages]":
    """What running the workbook needs, and what one extra needs beside that."""
    constraints = _read(root, "constraints.txt")
    base = Packages(BASE, _read(root, "requirements.txt") + b"\n" + constraints, ("-r", "requirements.txt"))
    if not extra:
        return [base]
    more = extra_of(_read(root, "pyproject.toml").decode("utf-8"), extra)
    return [base, Packages(extra, "\n".join(more).encode("utf-8") + b"\n" + constraints, more)]


def extra_for(arguments: "list[str]") -> str:
    """The extra that a command needs; empty for most. Help about a command needs nothing."""
    verb = arguments[0] if arguments else ""
    helps = verb != "test" and not {"-h", "--help"}.isdisjoint(arguments)
    return "" if helps else EXTRAS.get(verb, "")


def extra_of(pyproject: str, name: str) -> "tuple[str, ...]":
    """The requirements of one extra. A TOML list of strings is a Python list too; ``tomllib`` came with 3.11."""
    import ast
    import re

    found = re.search(r"^" + re.escape(name) + r" = (\[.*?^\])", pyproject, re.DOTALL | re.MULTILINE)
    if found is None:
        raise LookupError("pyproject.toml has no extra " + name)
    return tuple(ast.literal_eval(found.group(1)))


def _read(root: str, name: str) -> bytes:
    with open(os.path.join(root, name), "rb") as file:
        return file.read()
