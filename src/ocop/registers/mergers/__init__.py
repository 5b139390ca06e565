"""Communes merged or divided after the tables of places were made, entered with their paper."""
