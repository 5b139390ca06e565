from django.db import migrations

import ocop.foundation.search.models
from ocop.kernel.text import searchable

CHUNK = 500


def fill(apps, schema_editor):
    """The words of every activity and of everybody who took part, with marks too."""
    activities = apps.get_model('support', 'Activity').objects.select_related('place')
    beside = 'beneficiaries__producer', 'beneficiaries__product', 'parties'
    _fill(activities.prefetch_related(*beside), _of_activity)
    _fill(apps.get_model('support', 'Attendance').objects.all(), _of_attendance)


def _fill(rows, words):
    changed = []
    for one in rows.order_by('pk').iterator(CHUNK):
        one.search_text = searchable(*words(one))
        changed.append(one)
    rows.model.objects.bulk_update(changed, ['search_text'], batch_size=CHUNK)


def _of_activity(one):
    texts = [value for value in one.facts.values() if isinstance(value, str)]
    helped = [x for row in one.beneficiaries.all() for x in (row.producer, row.product) if x]
    names = [x.name for x in helped] + [party.name for party in one.parties.all()]
    return one.name, one.agency, *texts, *names, one.place.words


def _of_attendance(one):
    return one.name, one.unit


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0005_search_words'),
        ('support', '0002_courses'),
    ]

    operations = [
        migrations.AlterField(
            model_name='activity',
            name='search_text',
            field=ocop.foundation.search.models.SearchField(default='', editable=False),
        ),
        migrations.AlterField(
            model_name='attendance',
            name='search_text',
            field=ocop.foundation.search.models.SearchField(default='', editable=False),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
