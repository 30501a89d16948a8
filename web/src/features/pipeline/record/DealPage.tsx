import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSelection } from '@/commands';
import { dealQuery } from '../api';
import { DealRecord } from './DealRecord';
import classes from './Record.module.css';

/** A deal at its own address. */
export function DealPage() {
  const { dealId = '' } = useParams({ strict: false }) as { dealId?: string };
  const navigate = useNavigate();
  const router = useRouter();
  const { data } = useQuery(dealQuery(dealId));
  useSelection('deal', [dealId]);
  useEffect(() => {
    if (data) document.title = `${data.title} · Nurt`;
  }, [data]);
  const go = (id: string | null) => {
    if (id !== null) void navigate({ to: `/deals/${id}`, replace: true });
    else if (router.history.canGoBack()) router.history.back();
    else void navigate({ to: '/deals' });
  };
  return (
    <div className={classes.page}>
      <DealRecord key={dealId} id={dealId} place="page" onGo={go} />
    </div>
  );
}
