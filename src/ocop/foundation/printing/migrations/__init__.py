"""Migrations of printing."""
