"""The rules of the programme in pure Python: law as data, points, moves, days and codes.
No Django, no database.
"""
