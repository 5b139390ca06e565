from django.db import migrations

import ocop.foundation.search.models
from ocop.foundation.accounts.rules import phones_to_find
from ocop.kernel.text import searchable

CHUNK = 500


def fill(apps, schema_editor):
    """The words of everybody who is there, with marks too."""
    _fill(apps.get_model('accounts', 'Person').objects.all(), _of_person)


def _fill(rows, words):
    changed = []
    for one in rows.order_by('pk').iterator(CHUNK):
        one.search_text = searchable(*words(one))
        changed.append(one)
    rows.model.objects.bulk_update(changed, ['search_text'], batch_size=CHUNK)


def _of_person(one):
    return one.full_name, one.username, one.email, *phones_to_find(one.phone)


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_wrong_tries'),
    ]

    operations = [
        migrations.AlterField(
            model_name='person',
            name='search_text',
            field=ocop.foundation.search.models.SearchField(default='', editable=False),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
