"""Objections of producers to results, and their answers. See README.md."""
