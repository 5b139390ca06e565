"""Runs a One Commune One Product (OCOP) programme."""

__version__ = "0.1.0"
