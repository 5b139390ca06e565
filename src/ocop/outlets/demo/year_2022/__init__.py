"""The plan of 2022 of old Lào Cai:
its published targets as facts, and an invented year of work at real places.
"""
