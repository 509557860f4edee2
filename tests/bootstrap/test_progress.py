"""pip's many lines as a few."""

from shared.bootstrap.progress import EVERY, Progress


def test_at_most_one_line_in_a_while_with_the_count_and_the_latest_name() -> None:
    progress = Progress(now=0)
    assert progress.line("Collecting Flask>=3.0", now=1) is None
    assert progress.line("  Using cached flask-3.1.3-py3-none-any.whl (103 kB)", now=2) is None
    told = progress.line("Collecting jupyter_core (from jupyter)", now=EVERY)
    assert told is not None and "2개째: jupyter-core" in told
    assert progress.line("Collecting click", now=EVERY + 1) is None


def test_a_silence_gets_a_sign_of_life() -> None:
    progress = Progress(now=0)
    assert progress.tick(now=EVERY - 1) is None
    assert "계속" in str(progress.tick(now=EVERY))


def test_the_last_step_is_announced_with_its_size() -> None:
    progress = Progress(now=0)
    assert not progress.installing
    assert "패키지 3개" in str(progress.line("Installing collected packages: a, b, c", now=1))
    assert progress.installing


def test_a_lost_connection_is_told_once() -> None:
    progress = Progress(now=0)
    lines = [progress.line(f"WARNING: Retrying (Retry(total={left}))", now=1) for left in (4, 3, 2)]
    assert [line is not None for line in lines] == [True, False, False]
