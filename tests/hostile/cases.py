"""The honest verdict on each hostile answer, by the name of its folder."""

from __future__ import annotations

from tests.hostile.judged import ALL, Case

NOTHING_STRANGE = "strange: []"

CASES: dict[str, Case] = {
    # ends or hangs
    "loop_at_import": Case(says="행을 실행하는 중", endless=True),
    "loop_in_a_handler": Case(passes=ALL - {2}, says="행을 실행하는 중", endless=True),
    "sys_exit": Case(says="sys.exit()"),
    "sys_exit_in_a_handler": Case(),
    "exit_at_import": Case(says="종료 코드: 0"),
    "exit_in_a_handler": Case(says="종료 코드: 0"),
    "exit_from_a_timer": Case(says="종료 코드: 0"),
    "syntax_error": Case(says="app.py"),
    "deep_recursion": Case(some_pass=ALL - {2}, endless=True),
    "hostile_objects": Case(),
    "holds_the_interpreter": Case(passes=ALL),
    # starts servers
    "run_unguarded": Case(passes=ALL),
    "run_debug_unguarded": Case(passes=ALL),
    # processes and threads
    "fifty_threads": Case(passes=ALL, roomy=True),
    "fifty_children": Case(passes=ALL),
    "children_forked_twice": Case(passes=ALL),
    "fork_bomb": Case(says="프로세스를 64개보다"),
    "kills_its_host": Case(passes=ALL),
    "kills_its_parent": Case(passes=ALL),
    "kills_everything": Case(says="종료 코드: -9"),
    "looks_into_its_host": Case(passes=ALL, says="reached: []"),
    # memory
    "memory_at_once": Case(says="MemoryError"),
    "memory_slowly": Case(says="MemoryError"),
    "memory_of_many": Case(says="메모리를 256MiB보다"),
    "memory_shared": Case(says="메모리를 256MiB보다"),
    "memory_without_an_owner": Case(passes=ALL, says="held: 0"),
    # files
    "fills_its_folder": Case(says="파일을 8MiB보다"),
    "fills_without_names": Case(says="파일을 8MiB보다"),
    "fills_shared_memory": Case(says="파일을 8MiB보다"),
    "fills_locked_folders": Case(says="파일을 8MiB보다"),
    "deep_folders": Case(says="파일을 8MiB보다"),
    "odd_files": Case(passes=ALL),
    "replaces_itself": Case(passes=ALL),
    "result_files": Case(),
    "writes_outside": Case(passes=ALL, says="written: []"),
    "reads_private_places": Case(says=NOTHING_STRANGE),
    # speaks to the check in other ways than HTTP
    "prints_without_end": Case(passes=ALL, says="바이트를 버렸습니다"),
    "fake_verdicts_printed": Case(),
    "fake_verdicts_to_every_fd": Case(),
    "fake_reports": Case(),
    "fake_reports_after_loading": Case(passes=ALL),
    "flood_of_reports": Case(some_pass=ALL, endless=True),
    "patched_libraries": Case(),
    "patched_reporting": Case(),
    "searches_its_memory": Case(passes=ALL, says="found: []"),
    # answers that harm who asks
    "huge_body": Case(says="2,097,152"),
    "endless_body": Case(endless=True),
    "compressed_body": Case(),
    "nested_page": Case(endless=True),
    "slow_headers": Case(endless=True),
    "broken_http": Case(endless=True),
    "other_at_the_second_call": Case(passes=frozenset({1, 2})),
    # sockets
    "closes_the_listener": Case(some_pass=ALL),
    "closes_everything": Case(endless=True),
    "fills_the_backlog": Case(endless=True),
    "leaves_its_network": Case(some_pass=ALL, silent_about="reached by"),
    # limits
    "raises_its_limits": Case(passes=ALL, says="lifted: []"),
    # one after the other: the second looks for what the first has left
    "leaves_state": Case(passes=ALL),
    "looks_for_state": Case(passes=ALL, says="found: []"),
}
