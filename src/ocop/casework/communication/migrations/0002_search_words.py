from django.db import migrations

import ocop.foundation.search.models
from ocop.casework.communication.rules.markup import plain
from ocop.kernel.text import searchable

CHUNK = 500


def fill(apps, schema_editor):
    """The words of every page and of every line of the press plan that is there, with marks too."""
    _fill(apps.get_model('communication', 'NewsPage').objects.all(), _of_page)
    _fill(apps.get_model('communication', 'PressItem').objects.select_related('place'), _of_item)


def _fill(rows, words):
    changed = []
    for one in rows.order_by('pk').iterator(CHUNK):
        one.search_text = searchable(*words(one))
        changed.append(one)
    rows.model.objects.bulk_update(changed, ['search_text'], batch_size=CHUNK)


def _of_page(one):
    texts = one.title, one.summary, one.title_en, one.summary_en
    return *texts, plain(one.body), plain(one.body_en)


def _of_item(one):
    return one.title, one.outlet, one.note, one.place.words


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0005_search_words'),
        ('communication', '0001_pages_and_press_plan'),
    ]

    operations = [
        migrations.AlterField(
            model_name='newspage',
            name='search_text',
            field=ocop.foundation.search.models.SearchField(default='', editable=False),
        ),
        migrations.AlterField(
            model_name='pressitem',
            name='search_text',
            field=ocop.foundation.search.models.SearchField(default='', editable=False),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
