"""Papers that acts want, made afterwards; see README.md."""
