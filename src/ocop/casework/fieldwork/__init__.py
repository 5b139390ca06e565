"""Visits at producers' places: before the council (article 7) and after award (article 9); also without
network.
"""
