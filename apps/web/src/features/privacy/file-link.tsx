import { Link } from 'react-router';
import { codeOf } from './code';

export const FileLink = ({ householdId }: { readonly householdId: string }) => <Link to={`/dossier/${householdId}`}>{codeOf(householdId)}</Link>;
