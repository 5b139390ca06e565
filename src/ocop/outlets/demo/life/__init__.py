"""The life of a recognition after it was given: checked, corrected, taken back, extended, lapsed.

All of it is invented.
"""
