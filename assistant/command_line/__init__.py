"""The command line: one module writes to stdout, one to stderr; Textual is imported only to open the chat."""
