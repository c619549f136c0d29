import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, DataTable, Figure, Loading, useFormat } from '@perspectief/ui';
import { useTerm } from '../../terms/use-term';
import { findingOf, flowOf, type FlowNode } from './flow';
import { Sankey } from './sankey';
import { useFlow } from './use-pots';

const narrow = (): boolean => matchMedia('(max-width: 599px)').matches;

/** Where the money went, in a picture and the same numbers as a table. */
export const MoneyFlow = ({ budgetId, year }: { readonly budgetId: string; readonly year: number }) => {
  const { t } = useTranslation('pots');
  const { money } = useFormat();
  const term = useTerm();
  const page = useFlow(budgetId, year);
  const flow = useMemo(() => flowOf(page.found?.links ?? []), [page.found]);
  const finding = findingOf(flow);
  if (!page.found) return page.asking ? <Loading rows={4} /> : null;
  if (!finding) return <Card title={t('flow.title')}><p className="soft">{t('flow.none')}</p></Card>;
  const labelOf = ({ kind, name }: Pick<FlowNode, 'kind' | 'name'>): string => term(kind === 'life-area' ? 'lifeArea' : 'law', name);
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  const called = (id: string): string => {
    const node = nodes.get(id);
    return node ? labelOf(node) : id;
  };
  return (
    <Figure
      tableFirst={narrow()}
      heading={t('flow.heading', { area: term('lifeArea', finding.most), share: finding.share })}
      sentence={t('flow.sentence', { total: money(finding.total), year, count: finding.areas })}
      source={t('flow.source')}
      picture={<Sankey flow={flow} labelOf={labelOf} />}
      table={
        <DataTable
          caption={t('flow.title')}
          rows={flow.links.map((link, index) => ({ ...link, key: String(index) }))}
          rowKey={({ key }) => key}
          columns={[
            { key: 'from', label: t('flow.from'), of: ({ source }) => t(source.startsWith('contributed') ? 'flow.fromLaw' : 'flow.fromArea', { what: called(source) }) },
            { key: 'to', label: t('flow.to'), of: ({ target }) => t(target.startsWith('benefits') ? 'flow.toLaw' : 'flow.toArea', { what: called(target) }) },
            { key: 'amount', label: t('flow.amount'), number: true, of: ({ value }) => money(value) },
          ]}
        />
      }
    />
  );
};
