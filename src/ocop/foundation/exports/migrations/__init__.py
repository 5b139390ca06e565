"""Migrations of exports."""
