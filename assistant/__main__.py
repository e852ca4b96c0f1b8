"""`python -m assistant`: the same as the `assistant` command."""

from assistant.command_line.main import run

if __name__ == "__main__":
    run()
