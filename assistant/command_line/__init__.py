"""The command line: one module writes to stdout, one to stderr; Textual is imported only to open the chat."""

import os

# The vectors are small: a second thread of linear algebra costs more than it gives, and must be refused before numpy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")
