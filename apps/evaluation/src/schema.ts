import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { resolvers } from './evaluation.module.js';

/** The schema of the evaluation's API as text, made from the resolvers alone: no database is asked. */
export const printedSchema = async (): Promise<string> => {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  const schema = await app.get(GraphQLSchemaFactory).create([...resolvers] as never);
  await app.close();
  return `# Generated from code by \`npm run reference\`; do not edit.\n\n${printSchema(lexicographicSortSchema(schema))}\n`;
};
