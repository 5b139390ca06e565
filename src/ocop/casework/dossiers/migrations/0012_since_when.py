from django.conf import settings
from django.db import migrations, models
from django.db.models import Max

CHUNK = 500


def fill(apps, schema_editor):
    """Each dossier since when it last came into its state, as the record of acts has it."""
    Dossier, Entry = apps.get_model('dossiers', 'Dossier'), apps.get_model('audit', 'Entry')
    for start in range(0, Dossier.objects.count(), CHUNK):
        rows = list(Dossier.objects.order_by('pk').only('pk', 'state')[start : start + CHUNK])
        entries = Entry.objects.filter(
            object_type='dossiers.dossier', object_id__in=[str(one.pk) for one in rows]
        ).exclude(to_state='')
        came = {
            (key, state): at
            for key, state, at in entries.order_by().values_list('object_id', 'to_state').annotate(Max('at'))
        }
        for one in rows:
            one.state_at = came.get((str(one.pk), one.state))
        Dossier.objects.bulk_update(rows, ['state_at'])


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0001_initial'),
        ('dossiers', '0011_clock_from_receipt'),
        ('ideas', '0001_initial'),
        ('places', '0004_words'),
        ('products', '0008_reckoning'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='dossier',
            name='dossiers_state_due',
        ),
        migrations.AddField(
            model_name='dossier',
            name='state_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name='dossier',
            index=models.Index(fields=['state', 'commune_due_on', 'id', 'commune'], name='dossiers_state_due'),
        ),
        migrations.AddIndex(
            model_name='dossier',
            index=models.Index(condition=models.Q(('state__in', ['accepted', 'draft', 'evaluated', 'proposed', 'received', 'returned', 'scheduled', 'submitted'])), fields=['product', 'kind', 'state', 'state_at', 'created_at', 'commune', 'submitted_at'], name='dossiers_under_way'),
        ),
        migrations.AddIndex(
            model_name='dossier',
            index=models.Index(fields=['product', 'submitted_at', 'state'], name='dossiers_filed'),
        ),
    ]
