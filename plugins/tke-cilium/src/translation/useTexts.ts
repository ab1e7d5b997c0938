import { useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  appLanguageApiRef,
  TranslationFunction,
  useTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import {
  Condition,
  Problem,
  ReadinessTransition,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { ClusterView } from '../presentation/clusterView';
import { formatAge, formatTime } from '../presentation/formatAge';
import {
  ProblemTextKey,
  tkeCiliumProblemsTranslationRef,
} from './tkeCiliumProblemsTranslationRef';
import { isKnownReason } from './conditionReasons';
import { isKnownProblem } from './problemCodes';
import { tkeCiliumTranslationRef } from './tkeCiliumTranslationRef';

/** The texts of a problem in the language of the reader. */
export type ProblemTexts = { message: string; remedy: string };

/** Everything that turns facts into words of the reader's language. */
export type Texts = {
  t: TranslationFunction<typeof tkeCiliumTranslationRef.T>;
  language: string;
  problem(problem: Problem): ProblemTexts;
  /** Why a condition holds, does not hold, or cannot be judged. */
  condition(condition: Condition): string;
  /** One sentence about a state of the past. */
  past(transition: ReadinessTransition): string;
  /** One sentence: why the cluster is in the phase that it is in. */
  summary(view: ClusterView): string;
  /** @param age - milliseconds */
  age(age: number): string;
  time(time: number | string): string;
  /** @param part - from 0 to 1 */
  percent(part: number): string;
};

/** Words of the reader's language. */
export function useTexts(): Texts {
  const { t } = useTranslationRef(tkeCiliumTranslationRef);
  const problems = useTranslationRef(tkeCiliumProblemsTranslationRef);
  // The type of the texts is made from their English, which names no parameter but `text`.
  const sayProblem = problems.t as (
    key: ProblemTextKey,
    parameters: Record<string, string | number>,
  ) => string;
  const { language } = useApi(appLanguageApiRef).getLanguage();

  return useMemo(() => {
    const problem = (facts: Problem): ProblemTexts => {
      const { code } = facts;
      if (!isKnownProblem(code)) {
        return { message: facts.message, remedy: facts.remedy };
      }
      const detail = facts.parameters?.detail;
      const because = detail ? ` (${detail})` : '';
      const say = (part: 'message' | 'remedy') =>
        sayProblem(`${code}.${part}`, {
          ...facts.parameters,
          because,
          text: facts[part],
        });
      return { message: say('message'), remedy: say('remedy') };
    };

    const condition = ({ type, status, reason, message }: Condition) => {
      if (status === 'True') {
        return t(`condition.fine.${type}`, { text: message });
      }
      return isKnownReason(reason)
        ? t(`condition.open.${reason}`, { text: message })
        : message;
    };

    const past = ({ phase, summary: text }: ReadinessTransition) =>
      t(`history.summary.${phase}`, { text });

    const summary = (view: ClusterView) => {
      const { readiness } = view;
      const unknown = readiness?.conditions
        .filter(({ status }) => status === 'Unknown')
        .map(({ type }) => t(`condition.type.${type}`));
      const parameters = {
        text: readiness?.summary ?? '',
        notKnown: unknown?.length
          ? t('notKnown', { conditions: unknown.join(', ') })
          : '',
        agentReady: readiness?.workloads.agent.ready ?? 0,
        agentDesired: readiness?.workloads.agent.desired ?? 0,
      };
      return t(`summary.${view.phase}`, parameters);
    };

    return {
      t,
      language,
      problem,
      condition,
      past,
      summary,
      age: (age: number) => formatAge(age, language),
      time: (time: number | string) => formatTime(time, language),
      percent: (part: number) =>
        new Intl.NumberFormat(language, {
          style: 'percent',
          maximumFractionDigits: 1,
        }).format(part),
    };
  }, [t, sayProblem, language]);
}
